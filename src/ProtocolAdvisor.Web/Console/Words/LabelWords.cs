using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Findings.Drift;
using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console.Words;

/// <summary>What people call the values of closed lists.</summary>
internal sealed record LabelWords
{
    public required IReadOnlyDictionary<MailStep, string> Steps { get; init; }
    public required IReadOnlyDictionary<ConnectionSecurity, string> Securities { get; init; }
    public required IReadOnlyDictionary<DiscoverySource, string> Sources { get; init; }
    public required IReadOnlyDictionary<SourceOutcome, string> SourceOutcomes { get; init; }
    public required IReadOnlyDictionary<FailureKind, string> Failures { get; init; }
    public required IReadOnlyDictionary<SignInOutcome, string> SignIns { get; init; }
    public required IReadOnlyDictionary<MailTask, string> Tasks { get; init; }
    public required IReadOnlyDictionary<Severity, string> Severities { get; init; }
    public required IReadOnlyDictionary<DriftFact, string> Drifts { get; init; }

    /// <summary>The words of a language.</summary>
    public static LabelWords Of(Language language) => language == Language.German ? GermanLabels.Words : EnglishLabels.Words;

    /// <summary>A protocol's name, the same everywhere.</summary>
    public static string Name(MailProtocol protocol) => protocol == MailProtocol.Imap ? "IMAP" : "POP3";
}
