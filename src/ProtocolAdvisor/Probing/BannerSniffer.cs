using System.Text;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>Tells from a peer's first bytes what it speaks. Only the kind is kept: what a non-mail service says is not ours to echo.</summary>
internal static class BannerSniffer
{
    private const byte TlsAlert = 0x15;
    private const byte TlsHandshake = 0x16;

    /// <summary>What a mail protocol's server is heard to speak.</summary>
    internal static SpokenProtocol Of(MailProtocol protocol) => protocol switch
    {
        MailProtocol.Imap => SpokenProtocol.Imap,
        MailProtocol.Pop3 => SpokenProtocol.Pop3,
        MailProtocol.Submission => SpokenProtocol.Smtp,
    };

    /// <summary>Names the protocol; null when nothing was said.</summary>
    internal static SpokenProtocol? Sniff(ReadOnlySpan<byte> opening)
    {
        if (opening.IsEmpty) return null;
        if (opening[0] is TlsAlert or TlsHandshake && (opening.Length < 2 || opening[1] == 3)) return SpokenProtocol.Tls;
        var text = Encoding.Latin1.GetString(opening).TrimStart();
        return Kinds.Where(kind => text.StartsWith(kind.Start, StringComparison.OrdinalIgnoreCase) && text.Contains(kind.Contains, StringComparison.OrdinalIgnoreCase))
            .Select(kind => kind.Spoken).DefaultIfEmpty(SpokenProtocol.Unknown).First();
    }

    private static readonly (string Start, string Contains, SpokenProtocol Spoken)[] Kinds =
    [
        ("* OK", "", SpokenProtocol.Imap),
        ("* PREAUTH", "", SpokenProtocol.Imap),
        ("* BYE", "", SpokenProtocol.Imap),
        ("* NO", "", SpokenProtocol.Imap),
        ("+OK", "", SpokenProtocol.Pop3),
        ("-ERR", "", SpokenProtocol.Pop3),
        ("HTTP/", "", SpokenProtocol.Http),
        ("<", "html", SpokenProtocol.Http),
        ("SSH-", "", SpokenProtocol.Ssh),
        ("220", "SMTP", SpokenProtocol.Smtp),
        ("220", "FTP", SpokenProtocol.Ftp),
        ("220", "", SpokenProtocol.Smtp),
        ("554", "", SpokenProtocol.Smtp),
    ];
}
