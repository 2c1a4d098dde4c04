using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor;

/// <summary>What one assessment is asked to look at. It cannot be invalid: strings were judged at the door.</summary>
/// <param name="Endpoints">The endpoints to probe, in the caller's order of preference; at least one.</param>
/// <param name="Credentials">With them the run signs in and measures; null for reconnaissance only.</param>
/// <param name="Limits">How long and how much.</param>
/// <param name="Email">The user's address, where it is known: it is kept out of everything that servers say.</param>
public sealed record AssessmentSubject(IReadOnlyList<MailEndpoint> Endpoints, Credentials? Credentials, AssessmentLimits Limits, EmailAddress? Email = null);

/// <summary>The bounds of one run.</summary>
/// <param name="Deadline">When the report must be there, from the start of the run; 1–60 s.</param>
/// <param name="Samples">Messages to fetch for each protocol, 0–50; 0 fetches nothing.</param>
/// <param name="MaxSampleBytes">Most bytes to fetch as samples for each protocol.</param>
public sealed record AssessmentLimits(TimeSpan Deadline, int Samples, long MaxSampleBytes)
{
    /// <summary>15 s, 10 samples, 4 MiB.</summary>
    public static AssessmentLimits Default { get; } = new(TimeSpan.FromSeconds(15), 10, 4 << 20);
}
