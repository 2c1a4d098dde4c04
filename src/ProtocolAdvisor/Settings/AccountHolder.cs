using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Settings;

/// <summary>
/// The one person whose address and name are written into settings. He is never stored or logged, so he does not print himself: this is no
/// record.
/// </summary>
/// <param name="email">His address.</param>
/// <param name="displayName">His name as others see it; null where it is not told.</param>
public sealed class AccountHolder(EmailAddress email, string? displayName)
{
    /// <summary>His address.</summary>
    public EmailAddress Email { get; } = email;

    /// <summary>His name as others see it; null where it is not told.</summary>
    public string? DisplayName { get; } = displayName;

    /// <inheritdoc/>
    public override string ToString() => "•••";

    /// <summary>A user name with its placeholders filled, each once: a local part may look like a placeholder itself.</summary>
    internal string Filled(string template)
    {
        var filled = template;
        foreach (var (placeholder, mark) in Marks) filled = filled.Replace(placeholder, mark, StringComparison.Ordinal);
        return filled.Replace(Marks[0].Mark, Email.ToString(), StringComparison.Ordinal)
            .Replace(Marks[1].Mark, Email.LocalPart, StringComparison.Ordinal)
            .Replace(Marks[2].Mark, Email.Domain.Value, StringComparison.Ordinal);
    }

    // Control characters are in no address and in no user name.
    private static (string Placeholder, string Mark)[] Marks { get; } =
        [(UsernameForm.Address, "\u0001"), (UsernameForm.LocalPart, "\u0002"), (UsernameForm.Domain, "\u0003")];
}
