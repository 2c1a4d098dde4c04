using System.Diagnostics.CodeAnalysis;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>A name that somebody types where a mail address is expected: a mail domain or a mail server.</summary>
internal static class BareName
{
    /// <summary>Whether the text is a domain name of two labels at least, and no address of a machine.</summary>
    public static bool IsDomain([NotNullWhen(true)] string? text) => IsDomain(text, out _);

    /// <summary>Whether a domain is rather meant than a server: what can be registered, and nothing below it. <c>example.com</c> is one,
    /// <c>mail.example.com</c> is not.</summary>
    public static bool IsRatherDomain(string text) =>
        IsDomain(text.Trim(), out var name) && PublicSuffixList.Official.RegistrableDomain(name) == name;

    private static bool IsDomain([NotNullWhen(true)] string? text, [NotNullWhen(true)] out HostName? name) =>
        HostName.TryParse(text, null, out name) && name.Address is null && name.Value.Contains('.', StringComparison.Ordinal);
}
