using System.Security.Cryptography;
using System.Text.Json;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>
/// Reads a domain's configuration for user agents (draft-ietf-mailmaint-pacc). The draft still moves, so that all its words are in this file
/// and every version's are read: unknown members are passed over, odd ones are oddities. A protocol has a host only: the port is the standard one of
/// implicit TLS. The user signs in with the address, since address and password are all that a user is to know.
/// </summary>
internal static class PaccReader
{
    private const int MaxDepth = 32;
    private const int Https = 443;

    /// <summary>The name of sending mail in the drafts so far.</summary>
    private static readonly string[] Sending = ["smtp", "submit", "submission"];

    /// <summary>The draft's name of a protocol.</summary>
    internal static string NameOf(MailProtocol protocol) => protocol switch
    {
        MailProtocol.Imap => "imap",
        MailProtocol.Pop3 => "pop3",
        MailProtocol.Submission => "smtp",
    };

    /// <summary>Reads the document; never throws, whatever the bytes. The order of the servers means nothing: a JSON object has none.</summary>
    /// <param name="document">The bytes, bounded by the caller and checked against the digest.</param>
    internal static PublishedSettings Read(ReadOnlyMemory<byte> document)
    {
        var text = DocumentText.Decode(document.Span);
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return Read(json.RootElement);
        }
        catch (JsonException fault)
        {
            return PublishedSettings.NotRead(DocumentText.Mistaken(text) ?? new Remark(
                RemarkCode.NotJson, ("line", (fault.LineNumber ?? 0) + 1), ("column", (fault.BytePositionInLine ?? 0) + 1), ("limit", MaxDepth)));
        }
        catch (InvalidOperationException)
        {
            // The parser lets escapes of half a character pass until their text is asked for.
            return PublishedSettings.NotRead(new Remark(RemarkCode.HalfCharacter));
        }
    }

    /// <summary>
    /// Gives the SHA-256 of the document, in base64, that the TXT record <c>_ua-auto-config.D</c> names (<c>v=UAAC1; a=sha256; d=…</c>); null when it is no such
    /// record: another version or algorithm, a tag said twice, or no 32 bytes in base64. The version comes first, as in all records of this kind.
    /// </summary>
    /// <param name="txtRecord">The record's strings, joined without anything between them.</param>
    internal static string? DigestOf(string txtRecord)
    {
        var tags = txtRecord.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(tag => tag.Split('=', 2, StringSplitOptions.TrimEntries)).ToList();
        if (tags is not [["v", "UAAC1"], ..] || tags.Any(tag => tag.Length < 2) || tags.DistinctBy(tag => tag[0]).Count() < tags.Count) return null;
        var (algorithm, digest) = (tags.Find(tag => tag[0] == "a"), tags.Find(tag => tag[0] == "d"));
        if (algorithm?[1] != "sha256" || digest is null) return null;
        var bytes = new byte[SHA256.HashSizeInBytes];
        return Convert.TryFromBase64String(digest[1], bytes, out var written) && written == bytes.Length ? Convert.ToBase64String(bytes) : null;
    }

    private static PublishedSettings Read(JsonElement root)
    {
        var oddities = new OddityList();
        if (Object(root, "protocols", oddities) is not { } protocols) return PublishedSettings.NotRead(new Remark(RemarkCode.NoProtocols));
        var methods = Methods(root, oddities);
        var incoming =
            from protocol in MailProtocols.Compared
            let host = Host(protocols, NameOf(protocol), oddities)
            where host is not null
            select new IncomingClaim(
                new MailEndpoint(protocol, host, protocol.PortFor(ConnectionSecurity.ImplicitTls), ConnectionSecurity.ImplicitTls), UsernameForm.Address, methods);
        var outgoing =
            from name in Sending
            let host = Host(protocols, name, oddities)
            where host is not null
            select new OutgoingClaim(host, StandardPort.Submissions, ConnectionSecurity.ImplicitTls, UsernameForm.Address, methods);
        var (servers, senders) = (incoming.ToList(), outgoing.DistinctBy(x => x.Host).ToList());
        var (ways, oAuth) = (Ways(protocols, oddities), OAuth(root, oddities));
        return new PublishedSettings(servers, senders, oddities.Remarks, null) { OtherWays = ways, OAuth = oAuth };
    }

    private static HostName? Host(JsonElement protocols, string protocol, OddityList oddities)
    {
        if (Object(protocols, protocol, oddities) is not { } server) return null;
        if (Member(server, "host", oddities) is not { ValueKind: JsonValueKind.String } host) oddities.Add(new Remark(RemarkCode.NoHost) { Place = protocol });
        else if (HostName.TryParse(host.GetString(), null, out var name) && !name.HasOneLabel) return name;
        else oddities.Add(new Remark(RemarkCode.HostInvalid, ("word", OddityList.Shown(host.GetString()!))) { Place = protocol });
        return null;
    }

    // The drafts' other protocols that lead to a mailbox; calendars and contacts do not.
    private static readonly (string Name, OtherWayKind Kind)[] OtherProtocols =
    [
        ("jmap", OtherWayKind.Jmap), ("ews", OtherWayKind.Ews), ("exchange", OtherWayKind.Exchange), ("activesync", OtherWayKind.ActiveSync), ("graph", OtherWayKind.Graph),
    ];

    private static List<OtherWayClaim> Ways(JsonElement protocols, OddityList oddities)
    {
        var ways = new List<OtherWayClaim>();
        foreach (var (name, kind) in OtherProtocols)
        {
            if (Object(protocols, name, oddities) is not { } server) continue;
            var (url, host) = (Text(server, "url", oddities), Text(server, "host", oddities));
            if (url is not null && PublishedUrl.Read(url) is null) oddities.Add(new Remark(RemarkCode.UrlInvalid, ("word", "url")) { Place = name });
            else if (url is not null) ways.Add(new(kind, PublishedUrl.Read(url)));
            else ways.Add(new(kind, kind == OtherWayKind.Jmap && HostName.TryParse(host, null, out var named) ? JmapSource.PlaceAt(named, Https) : null));
        }

        return ways;
    }

    private static List<OAuthClaim> OAuth(JsonElement root, OddityList oddities)
    {
        var fields = new OAuthFields(null, oddities.Add);
        JsonElement?[] offers = [Object(root, "authentication", oddities) is { } ways ? Object(ways, "oauth-public", oddities) : null, Object(root, "oAuthPublic", oddities)];
        return
        [
            .. from offer in offers.OfType<JsonElement>()
               let claim = new OAuthClaim(fields.Issuer(Text(offer, "issuer", oddities), "issuer"), [], null, null)
               where claim.SaysWhere
               select claim,
        ];
    }

    private static string? Text(JsonElement parent, string name, OddityList oddities) =>
        Member(parent, name, oddities) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static List<AuthenticationMethod> Methods(JsonElement root, OddityList oddities)
    {
        var offered = Object(root, "authentication", oddities);
        var methods = new List<AuthenticationMethod>();
        if (Object(root, "oAuthPublic", oddities) is not null || (offered is { } some && Object(some, "oauth-public", oddities) is not null))
            methods.Add(AuthenticationMethod.OAuth2);
        if (offered is { } ways && Member(ways, "password", oddities) is { ValueKind: JsonValueKind.True })
            methods.Add(AuthenticationMethod.PasswordCleartext);
        return methods;
    }

    private static JsonElement? Object(JsonElement parent, string name, OddityList oddities)
    {
        if (Member(parent, name, oddities) is not { } member) return null;
        if (member.ValueKind == JsonValueKind.Object) return member;
        oddities.Add(new Remark(RemarkCode.NotAnObject, ("word", name)));
        return null;
    }

    private static JsonElement? Member(JsonElement parent, string name, OddityList oddities)
    {
        if (parent.ValueKind != JsonValueKind.Object) return null;
        var members = parent.EnumerateObject().Where(x => x.NameEquals(name)).Select(x => (JsonElement?)x.Value).ToList();
        if (members.Count > 1) oddities.Add(new Remark(RemarkCode.SaidTwice, ("word", name)));
        return members.LastOrDefault();
    }
}
