using ProtocolAdvisor.Mail;
using static ProtocolAdvisor.Mail.RemarkCode;

namespace ProtocolAdvisor.Languages.English.Findings;

/// <summary>Remarks on documents and answers, in English.</summary>
internal static class EnglishRemarks
{
    public static IReadOnlyDictionary<RemarkCode, string> All { get; } = new Dictionary<RemarkCode, string>
    {
        [AsWritten] = "{text}",
        [More] = "and {count:number} more",
        [WebPage] = "a web page, not a settings file",
        [FileEmpty] = "the file is empty",
        [NotXml] = "line {line}, column {column}: not well-formed XML",
        [TypeDefinition] = "line {line}, column {column}: a document type definition, which is never read",
        [TooManyNodes] = "line {line}, column {column}: more than {limit:number} nodes",
        [TooDeep] = "line {line}, column {column}: elements more than {limit:number} deep",
        [OtherRoot] = "the root element is “{word}”, not clientConfig",
        [NoProvider] = "no emailProvider",
        [OtherDomains] = "speaks for other domains than {domain}; not used",
        [OneOfSeveral] = "{count:number} emailProvider elements; number {number} was read",
        [NoServer] = "no server",
        [TooManyServers] = "{count:number} servers; those after the first {limit} left out",
        [TypeUnknown] = "type “{word}” is not known; left out",
        [ElementMissing] = "no {word}; left out",
        [HostOneLabel] = "hostname “{word}” has one label only; left out",
        [HostInvalid] = "hostname “{word}” is not a host name; left out",
        [PortInvalid] = "port “{word}” is not a port; left out",
        [PortForeign] = "port {port} belongs to {protocol}; left out",
        [PortForeignTls] = "port {port} belongs to {protocol} over TLS; left out",
        [PortOfTls] = "port {port} is for TLS from the first byte, and socketType says otherwise; kept as it stands",
        [PortOfClearText] = "port {port} begins in clear, and socketType says TLS from the first byte; kept as it stands",
        [SecurityUnknown] = "socketType “{word}” is not known; left out",
        [AuthenticationUnknown] = "authentication “{word}” is not known; passed over",
        [UsernameTooLong] = "username is longer than {limit} characters; the user name is unknown",
        [UsernameUnprintable] = "username has characters that cannot be shown; the user name is unknown",
        [UsernamePlaceholder] = "username has a placeholder that the format does not know; the user name is unknown",
        [UsernameFixed] = "username is a fixed name without a placeholder; the user name is unknown",
        [NotJson] = "line {line}, column {column}: not well-formed JSON, or more than {limit} deep",
        [HalfCharacter] = "not well-formed JSON: half a surrogate pair",
        [NoProtocols] = "no object “protocols”",
        [NotAnObject] = "{word} is not an object; left out",
        [SaidTwice] = "{word} is there more than once; the last one counts",
        [NoHost] = "no host; left out",
        [NoDigest] = "no digest is published beside it",
        [DigestNotFoundOut] = "the lookup of its digest failed",
        [NoServerThere] = "no server",
        [LikeAnyName] = "resolves as every name below the domain does",
        [AnyName] = "every name below the domain resolves",
        [StandInAsked] = "asked for a stand-in, not for the address itself: with sendAddress, a server that answers by user may know more",
        [NotAwaited] = "not waited for any longer: others had answered, or the time of this run was short",
        [CertificateAtFault] = "the certificate {faults}",
        [UrlInvalid] = "{word} is not a web address that may be shown (https, no user name in it, a public host, at most 512 characters); left out",
        [TooLong] = "more than {bytes:size}",
        [LineTooLong] = "a line of more than {bytes:size}",
        [ReplyTooLong] = "a reply of more than {bytes:size}",
        [TooManyLines] = "more than {lines:number} lines in one reply",
        [LiteralTooLong] = "a literal of {bytes} bytes",
        [TooManyParentheses] = "too many nested parentheses",
    };
}
