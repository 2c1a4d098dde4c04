using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Pasting;

/// <summary>One word of a paste: an address, a name, or a link to one.</summary>
/// <param name="Subject">What it names; null for nothing.</param>
/// <param name="Fault">Why it names nothing.</param>
/// <param name="IsGuess">Whether more than decoration was left out.</param>
internal sealed partial record PastedWord(PastedSubject? Subject, PasteFault? Fault, bool IsGuess = false)
{
    /// <summary>A port of the server that is named, and does not say by itself what is spoken there; null for none.</summary>
    public int? Port { get; init; }

    // The services' names (IANA), and what people write for them.
    private static readonly Dictionary<string, (MailProtocol Protocol, ConnectionSecurity Security)> Schemes = (
        from protocol in MailProtocols.All
        from security in MailProtocols.Securities
        from name in NamesOf(protocol)
        select (name: security == ConnectionSecurity.ImplicitTls ? name + "s" : name, protocol, security))
        .ToDictionary(x => x.name, x => (x.protocol, x.security), StringComparer.OrdinalIgnoreCase);

    /// <summary>The characters of a word that belong into neither an address nor a name, each once.</summary>
    public static string UnfitIn(string word)
    {
        var domain = word.LastIndexOf('@') + 1;
        var before = Runes(word[..Math.Max(domain - 1, 0)]).Where(x => "\"(),:;<>[]\\ ".Contains(x.ToString(), StringComparison.Ordinal));
        var behind = Runes(word[domain..]).Where(x => !Rune.IsLetterOrDigit(x) && x.Value is not ('-' or '.'));
        return string.Concat(before.Concat(behind).Distinct());
    }

    /// <summary>Reads a word without blanks.</summary>
    public static PastedWord Of(string word)
    {
        var bare = PasteText.Bare(word);
        if (Label().Match(bare) is { Success: true, Length: var length })
            return Of(PasteText.Unescaped(WithoutQuery(bare[length..])));
        if (Link().Match(bare) is { Success: true } link)
            return OfLink(link.Groups["scheme"].Value, link.Groups["host"].Value, IsWhole(link));
        return bare.Contains('@', StringComparison.Ordinal) ? OfAddress(bare) : OfName(bare);
    }

    private static PastedWord OfAddress(string text)
    {
        var at = text.LastIndexOf('@');
        var (local, domain) = (text[..at], text[(at + 1)..]);
        if (local.Contains('@', StringComparison.Ordinal)) return new(null, PasteFault.SeveralAts);
        if (local.EndsWith("***", StringComparison.Ordinal)) return new(null, PasteFault.Masked);
        var end = domain.IndexOfAny(['/', ':', '?', '#']) is >= 0 and var cut ? cut : domain.Length;
        var name = Dots().Replace(domain[..end].Replace(',', '.'), ".");
        var guessed = name != domain;
        if (name.Trim('.').Length == 0) return new(null, PasteFault.DomainMissing);
        if (!HostName.TryParse(name, null, out var host)) return new(null, Faulty(name));
        if (host.HasOneLabel) return new(null, PasteFault.EndingMissing);
        if (local.Length == 0 && host.Address is null) return new(new PastedSubject.Domain(host), null, guessed);
        return EmailAddress.TryParse($"{local}@{name}", null, out var address)
            ? new(new PastedSubject.Mailbox(address), null, guessed)
            : new(null, Faulty(text));
    }

    private static PastedWord OfName(string text)
    {
        // An address of a machine has colons and dots of its own.
        if (HostName.TryParse(text, null, out var whole)) return OfHost(whole, null, false);
        var end = text.IndexOfAny(['/', '?', '#', '\\']) is >= 0 and var cut ? cut : text.Length;
        int? typed = null;
        var word = OfAuthority(text[..end], (host, port) => (typed = port) is { } known ? UsualPort.Of(host, known) : null, end < text.Length - 1);
        return word.Subject is PastedSubject.Server { Endpoint: not null } || typed is not { } open || PastedPort.IsOfPage(open) ? word : word with { Port = open };
    }

    // A link to a page leads to the name of the machine; its port is the page's.
    private static PastedWord OfLink(string scheme, string authority, bool isWhole)
    {
        if (scheme.Equals("mailto", StringComparison.OrdinalIgnoreCase)) return OfAddress(authority);
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        var guessed = !isWhole || host.Length < authority.Length;
        return Schemes.TryGetValue(scheme, out var means)
            ? OfAuthority(host, (name, port) => UsualPort.Of(name, means.Protocol, means.Security, port), guessed)
            : OfAuthority(WithoutPort(host), (_, _) => null, guessed);
    }

    private static PastedWord OfAuthority(string text, Func<HostName, int?, MailEndpoint?> endpoint, bool guessed)
    {
        var parts = Authority().Match(text);
        var name = parts.Groups["host"].Value;
        if (!parts.Success || !HostName.TryParse(Dots().Replace(name, "."), null, out var host)) return new(null, Faulty(text));
        var typed = parts.Groups["port"].Value;
        var isPort = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is > 0 and <= ushort.MaxValue;
        var named = endpoint(host, isPort ? port : null);
        return OfHost(host, named, guessed || Dots().IsMatch(name) || (typed.Length > 0 && (!isPort || named?.Port != port)));
    }

    private static PastedWord OfHost(HostName host, MailEndpoint? endpoint, bool guessed)
    {
        if (host.HasOneLabel) return new(null, PasteFault.DomainMissing);

        // Two colons are an address, too, but nobody's server.
        if (!host.Value.Any(char.IsLetterOrDigit)) return new(null, PasteFault.Unreadable);
        return new(endpoint is null ? PastedSubject.Of(OfSite(host)) : new PastedSubject.Server(host, endpoint), null, guessed);
    }

    // www.example.com is the page of example.com.
    private static HostName OfSite(HostName host) =>
        host.Value.StartsWith("www.", StringComparison.Ordinal)
        && HostName.TryParse(host.Value[4..], null, out var below) && !below.HasOneLabel && below.Address is null
            ? OfSite(below)
            : host;

    private static string[] NamesOf(MailProtocol protocol) => protocol switch
    {
        MailProtocol.Imap => ["imap"],
        MailProtocol.Pop3 => ["pop3", "pop"],
        MailProtocol.Submission => ["submission", "smtp"],
    };

    private static IEnumerable<Rune> Runes(string text) => [.. text.EnumerateRunes()];

    private static PasteFault Faulty(string text) => UnfitIn(text).Length > 0 ? PasteFault.UnfitCharacter : PasteFault.Unreadable;

    private static string WithoutPort(string authority) =>
        authority.LastIndexOf(':') is > 0 and var colon && colon > authority.LastIndexOf(']') ? authority[..colon] : authority;

    private static string WithoutQuery(string text) => text.IndexOf('?') is > 0 and var end ? text[..end] : text;

    // A path says nothing about mail; a slash at the end is how links are written.
    private static bool IsWhole(Match link) => link.Groups["path"].Value is "" or "/";

    [GeneratedRegex(
        @"^(?:mailto|e-?mail|mail|smtp|to|from|an|von)\s*:(?!//)(?=.*@)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(
        @"^(?<scheme>[a-z][a-z0-9+.-]*)://(?<host>[^/?#\\]*)(?<path>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Link();

    [GeneratedRegex(@"^(?:\[(?<host>[^\[\]]*)\]|(?<host>[^:\[\]]+))(?::(?<port>[^:]*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Authority();

    [GeneratedRegex(@"\.{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Dots();
}
