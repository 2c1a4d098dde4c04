using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ProtocolAdvisor.Mail;

/// <summary>A mail address: a local part (UTF-8 allowed, RFC 6531) and a domain in A-labels.</summary>
[JsonConverter(typeof(ParsedStringConverter<EmailAddress>))]
public sealed record EmailAddress : IParsable<EmailAddress>
{
    private const int MaxLocalPart = 64;

    /// <summary>Characters of the longest address.</summary>
    public const int MaxLength = MaxLocalPart + 1 + HostName.MaxLength;

    private EmailAddress(string localPart, HostName domain) => (LocalPart, Domain) = (localPart, domain);

    /// <summary>What stands before the last <c>@</c>.</summary>
    public string LocalPart { get; }

    /// <summary>The mail domain.</summary>
    public HostName Domain { get; }

    /// <summary>The address with all but its first character hidden: the only form that is stored or logged.</summary>
    public string Masked => $"{char.ConvertFromUtf32(char.ConvertToUtf32(LocalPart, 0))}***@{Domain}";

    /// <summary>Parses <paramref name="s"/>; throws <see cref="FormatException"/> where <see cref="TryParse"/> says no.</summary>
    public static EmailAddress Parse(string s) =>
        TryParse(s, null, out var address) ? address : throw new FormatException("Not a mail address.");

    /// <summary>
    /// Accepts <c>local@domain</c> without display name, quotes, blanks or control characters; the domain must be a name.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out EmailAddress result)
    {
        result = null;
        var at = s?.LastIndexOf('@') ?? -1;
        if (s is null || at is < 1 or > MaxLocalPart) return false;
        var local = s[..at];
        if (local.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || "\"(),:;<>@[\\]".Contains(c)) || !IsWellFormed(local)) return false;
        if (!HostName.TryParse(s[(at + 1)..], null, out var domain) || domain.Address is not null || !domain.Value.Contains('.')) return false;
        result = new EmailAddress(local, domain);
        return true;
    }

    static EmailAddress IParsable<EmailAddress>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public override string ToString() => $"{LocalPart}@{Domain}";

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i += char.IsSurrogate(text[i]) ? 2 : 1)
            if (char.IsSurrogate(text[i]) && (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))) return false;
        return true;
    }
}
