using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text.Json.Serialization;

namespace ProtocolAdvisor.Mail;

/// <summary>
/// A host as it goes on the wire: a DNS name in lower-case A-labels (RFC 5890), or an IP address in its canonical spelling.
/// Says nothing about whether the host may be dialled: that is <c>AddressPolicy</c>'s.
/// </summary>
[JsonConverter(typeof(ParsedStringConverter<HostName>))]
public sealed record HostName : IParsable<HostName>
{
    /// <summary>Characters of the longest name (RFC 1035 §2.3.4, without the last dot).</summary>
    public const int MaxLength = 253;
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };
    private static readonly SearchValues<char> LiteralCharacters = SearchValues.Create("0123456789abcdefABCDEF:.");
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");

    private HostName(string value, IPAddress? address) => (Value, Address) = (value, address);

    /// <summary>The name in A-labels, or the address in canonical form (IPv6 without brackets).</summary>
    public string Value { get; }

    /// <summary>The address, when the host is an IP literal.</summary>
    public IPAddress? Address { get; }

    /// <summary>
    /// Whether it is a name of one label (<c>mail</c>): such a name does not exist on the public internet, and it often remains of a
    /// template that was not filled in.
    /// </summary>
    public bool HasOneLabel => Address is null && !Value.Contains('.', StringComparison.Ordinal);

    /// <summary>Parses <paramref name="s"/>; throws <see cref="FormatException"/> where <see cref="TryParse"/> says no.</summary>
    public static HostName Parse(string s) =>
        TryParse(s, null, out var host) ? host : throw new FormatException("Not a host name.");

    /// <summary>
    /// Accepts a DNS name (U-labels are mapped first, so full-width digits and ideographic dots are judged as what they mean) or an IP
    /// literal. An IPv6 literal means one address however it is spelled. Spellings of IPv4 addresses mean different ones to different
    /// programs (<c>127.1</c>, <c>0x7f000001</c>, <c>010.0.0.1</c>), so all but the canonical one are refused.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out HostName result)
    {
        result = null;
        if (string.IsNullOrEmpty(s) || s.Length > MaxLength || s.Any(IsUnprintable)) return false;
        if (s.Contains(':')) return TryIPv6(s, out result);
        var name = ToAscii(s);
        if (name is null) return false;
        if (LooksNumeric(name)) return TryIPv4(Mapped(s), out result);
        if (!IsDnsName(name)) return false;
        result = new HostName(name, null);
        return true;
    }

    static HostName IParsable<HostName>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool TryIPv4(string text, out HostName? host)
    {
        host = IPAddress.TryParse(text, out var ip) && ip.ToString() == text ? new HostName(text, ip) : null;
        return host is not null;
    }

    // Brackets, ports, prefixes and zones are not part of an address; an IPv4 address at its end has one spelling only.
    private static bool TryIPv6(string text, out HostName? host)
    {
        var tail = text[(text.LastIndexOf(':') + 1)..];
        var plain = !text.AsSpan().ContainsAnyExcept(LiteralCharacters) && (!tail.Contains('.') || TryIPv4(tail, out _));
        host = plain && IPAddress.TryParse(text, out var ip) ? new HostName(ip.ToString(), ip) : null;
        return host is not null;
    }

    private static string? ToAscii(string text)
    {
        try
        {
            var ascii = Mapped(text);
            return ascii.EndsWith('.') ? ascii[..^1] : ascii;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Mapped(string text) => Idn.GetAscii(text).ToLowerInvariant();

    // The URL standard's rule: a name whose last label is a number is an IPv4 address or nothing.
    private static bool LooksNumeric(string name)
    {
        var last = name[(name.LastIndexOf('.') + 1)..];
        return last.Length > 0 && (last.All(char.IsAsciiDigit) || (last.StartsWith("0x", StringComparison.Ordinal) && last[2..].All(char.IsAsciiHexDigit)));
    }

    private static bool IsDnsName(string name) =>
        name.Length is > 0 and <= MaxLength && !name.AsSpan().ContainsAnyExcept(NameCharacters)
        && name.Split('.').All(label => label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-');

    private static bool IsUnprintable(char c) =>
        char.IsControl(c) || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
