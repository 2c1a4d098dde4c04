using System.Globalization;
using System.Text.RegularExpressions;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Pasting;

/// <summary>
/// What a port beside a server's name says where no scheme does. A port of no standard is taken for what the words around it say, else for what its last digits say: people who move a port
/// put digits before it (8993, 10143). It is never dropped: where nothing tells the protocol, all of them stand for choice.
/// </summary>
internal static partial class PastedPort
{
    private const int Thousand = 1000;

    // Mail between servers, and what many providers offer beside 587 to those who cannot reach that.
    private static readonly int[] SendingInClear = [25, 2525];

    // Pages: a name copied out of a browser's address.
    private static readonly int[] OfPages = [80, 443, 8000, 8080, 8443];

    /// <summary>Whether a port is that of a web page, and says nothing of mail.</summary>
    public static bool IsOfPage(int port) => OfPages.Contains(port);

    /// <summary>The ports that a text names in words (<c>Port: 993</c>), or that can be nothing else, each once.</summary>
    public static IReadOnlyList<int> In(string text) =>
    [
        .. Named().Matches(text).Concat(Standard().Matches(text)).Select(x => int.Parse(x.Groups["port"].ValueSpan, CultureInfo.InvariantCulture))
            .Where(x => x is > 0 and <= ushort.MaxValue && !IsOfPage(x)).Distinct(),
    ];

    /// <summary>What is meant by a port of a server: one endpoint, or one of several.</summary>
    /// <param name="host">The server.</param>
    /// <param name="port">Its port.</param>
    /// <param name="around">The text that it stands in.</param>
    public static IReadOnlyList<PastedSubject> Of(HostName host, int port, string around)
    {
        if (UsualPort.Of(host, port) is { } usual) return [new PastedSubject.Server(host, usual)];
        var ending = port > Thousand ? UsualPort.Of(host, port % Thousand) : null;
        ConnectionSecurity? said = StartTls().IsMatch(around) ? ConnectionSecurity.StartTls : Tls().IsMatch(around) ? ConnectionSecurity.ImplicitTls : null;
        var named = Protocols().Matches(around).Select(x => ProtocolOf(x.Groups["protocol"].Value)).Distinct().ToList();
        if (named.Count != 1 && ending is not null) named = [ending.Protocol];
        if (named.Count != 1 && SendingInClear.Contains(port)) named = [MailProtocol.Submission];
        return [.. from protocol in named.Count == 1 ? named : MailProtocols.All
                   let security = said ?? (ending?.Protocol == protocol ? ending.Security : SendingInClear.Contains(port) ? ConnectionSecurity.StartTls : ConnectionSecurity.ImplicitTls)
                   select new PastedSubject.Server(host, new MailEndpoint(protocol, host, port, security))];
    }

    private static MailProtocol ProtocolOf(string name) => char.ToUpperInvariant(name[0]) switch
    {
        'I' => MailProtocol.Imap,
        'P' => MailProtocol.Pop3,
        _ => MailProtocol.Submission,
    };

    [GeneratedRegex(
        @"(?<![\p{L}\d])(?:ports?|portnummer|puerto|porta|porto|poort|portti|порт|端口|连接埠|連接埠|埠|ポート|포트)(?:\s*(?:nummer|number|no|nr|n°|num)\b\.?)?\s*[:：=#]?\s*(?<port>\d{2,5})(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<![\p{L}\d.:\[/@_-])(?<port>110|143|465|587|993|995)(?![\p{L}\d:.@_-])", RegexOptions.CultureInvariant)]
    private static partial Regex Standard();

    [GeneratedRegex(@"(?<![\p{L}\d.@_-])(?<protocol>imap|pop|smtp|submission)(?:[34]?s?)(?![\p{L}\d@_])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Protocols();

    [GeneratedRegex(@"(?<![\p{L}\d])STARTTLS(?![\p{L}\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StartTls();

    [GeneratedRegex(@"(?<![\p{L}\d.])(?:SSL|TLS)(?![\p{L}\d.])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tls();
}
