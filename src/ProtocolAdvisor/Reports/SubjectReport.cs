using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Reports;

/// <summary>Whose mailbox was assessed, as far as a report may say.</summary>
/// <param name="Email">The masked address; null when none was given.</param>
/// <param name="Domain">The mail domain; null when no address was given.</param>
public sealed record SubjectReport(string? Email, string? Domain)
{
    /// <summary>The masked form.</summary>
    internal static SubjectReport From(EmailAddress? email) => new(email?.Masked, email?.Domain.Value);
}
