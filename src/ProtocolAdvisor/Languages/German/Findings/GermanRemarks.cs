using ProtocolAdvisor.Mail;
using static ProtocolAdvisor.Mail.RemarkCode;

namespace ProtocolAdvisor.Languages.German.Findings;

/// <summary>Remarks on documents and answers, in German.</summary>
internal static class GermanRemarks
{
    public static IReadOnlyDictionary<RemarkCode, string> All { get; } = new Dictionary<RemarkCode, string>
    {
        [AsWritten] = "{text}",
        [More] = "und {count:number} weitere",
        [WebPage] = "eine Webseite, keine Einstellungsdatei",
        [FileEmpty] = "die Datei ist leer",
        [NotXml] = "Zeile {line}, Spalte {column}: kein wohlgeformtes XML",
        [TypeDefinition] = "Zeile {line}, Spalte {column}: eine Dokumenttypdefinition, die nie gelesen wird",
        [TooManyNodes] = "Zeile {line}, Spalte {column}: mehr als {limit:number} Knoten",
        [TooDeep] = "Zeile {line}, Spalte {column}: mehr als {limit:number} Elemente ineinander",
        [OtherRoot] = "das Wurzelelement heißt „{word}“, nicht clientConfig",
        [NoProvider] = "kein emailProvider",
        [OtherDomains] = "gilt für andere Domains als {domain}; nicht verwendet",
        [OneOfSeveral] = "{count:number} emailProvider-Elemente; gelesen wurde Nummer {number}",
        [NoServer] = "kein Server",
        [TooManyServers] = "{count:number} Server; nach den ersten {limit} weggelassen",
        [TypeUnknown] = "Typ „{word}“ ist nicht bekannt; weggelassen",
        [ElementMissing] = "kein {word}; weggelassen",
        [HostOneLabel] = "hostname „{word}“ hat nur einen Namensteil; weggelassen",
        [HostInvalid] = "hostname „{word}“ ist kein Servername; weggelassen",
        [PortInvalid] = "port „{word}“ ist kein Port; weggelassen",
        [PortForeign] = "Port {port} gehört zu {protocol}; weggelassen",
        [PortForeignTls] = "Port {port} gehört zu {protocol} über TLS; weggelassen",
        [PortOfTls] = "Port {port} ist für TLS vom ersten Byte an, und socketType sagt etwas anderes; so belassen",
        [PortOfClearText] = "Port {port} beginnt unverschlüsselt, und socketType sagt TLS vom ersten Byte an; so belassen",
        [SecurityUnknown] = "socketType „{word}“ ist nicht bekannt; weggelassen",
        [AuthenticationUnknown] = "authentication „{word}“ ist nicht bekannt; übergangen",
        [UsernameTooLong] = "username ist länger als {limit} Zeichen; der Benutzername ist unbekannt",
        [UsernameUnprintable] = "username enthält Zeichen, die sich nicht zeigen lassen; der Benutzername ist unbekannt",
        [UsernamePlaceholder] = "username enthält einen Platzhalter, den das Format nicht kennt; der Benutzername ist unbekannt",
        [UsernameFixed] = "username ist ein fester Name ohne Platzhalter; der Benutzername ist unbekannt",
        [NotJson] = "Zeile {line}, Spalte {column}: kein wohlgeformtes JSON oder mehr als {limit} Ebenen tief",
        [HalfCharacter] = "kein wohlgeformtes JSON: ein halbes Ersatzzeichenpaar",
        [NoProtocols] = "kein Objekt „protocols“",
        [NotAnObject] = "{word} ist kein Objekt; weggelassen",
        [SaidTwice] = "{word} kommt mehrmals vor; das letzte zählt",
        [NoHost] = "kein Server; weggelassen",
        [NoDigest] = "daneben ist keine Prüfsumme veröffentlicht",
        [DigestNotFoundOut] = "die Prüfsumme ließ sich nicht nachschlagen",
        [NoServerThere] = "kein Server",
        [LikeAnyName] = "führt dorthin, wohin jeder Name unter der Domain führt",
        [AnyName] = "jeder Name unter der Domain führt irgendwohin",
        [StandInAsked] = "mit einer Platzhalteradresse gefragt, nicht mit der echten: Mit sendAddress weiß ein Server, der je Benutzer antwortet, vielleicht mehr",
        [NotAwaited] = "nicht länger abgewartet: Andere hatten geantwortet, oder die Zeit für diese Prüfung war knapp",
        [CertificateAtFault] = "das Zertifikat {faults}",
        [UrlInvalid] = "{word} ist keine Webadresse, die gezeigt werden darf (https, ohne Benutzernamen, öffentlicher Rechner, höchstens 512 Zeichen); weggelassen",
        [TooLong] = "mehr als {bytes:size}",
        [LineTooLong] = "eine Zeile von mehr als {bytes:size}",
        [ReplyTooLong] = "eine Antwort von mehr als {bytes:size}",
        [TooManyLines] = "mehr als {lines:number} Zeilen in einer Antwort",
        [LiteralTooLong] = "ein Literal von {bytes} Byte",
        [TooManyParentheses] = "zu viele verschachtelte Klammern",
    };
}
