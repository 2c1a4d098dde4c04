using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Reports;

/// <summary>Whose mailbox, or which domain, was assessed, as far as a report may say.</summary>
/// <param name="Email">The masked address; null when none was given.</param>
/// <param name="Domain">The mail domain; null when neither an address nor a domain was given.</param>
public sealed record SubjectReport(string? Email, string? Domain)
{
    /// <summary>The masked form.</summary>
    internal static SubjectReport From(EmailAddress? email, HostName? domain) => new(email?.Masked, (email?.Domain ?? domain)?.Value);

    /// <summary>What a report is called by: the masked address, else the domain, else the first server; null where there is none of them.</summary>
    internal string? NameBeside(IReadOnlyList<EndpointReport> endpoints) => Email ?? Domain ?? (endpoints is [var first, ..] ? first.Host : null);
}
