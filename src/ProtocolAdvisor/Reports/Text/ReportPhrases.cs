using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>One language's words for a report in plain text, as far as the report does not bring its own.</summary>
internal sealed record ReportPhrases
{
    /// <summary>Places: <c>subject</c>, <c>day</c>, <c>time</c>.</summary>
    public required string Made { get; init; }
    public required string Incomplete { get; init; }

    public required string Reasons { get; init; }
    public required string Support { get; init; }
    public required string Objections { get; init; }
    public required string Plan { get; init; }

    public required string Changes { get; init; }
    public required string HowToBackUp { get; init; }
    /// <summary>Heads what must be done, with what should be.</summary>
    public required string ToDo { get; init; }

    /// <summary>Heads what should be done, where nothing must.</summary>
    public required string ToMend { get; init; }

    /// <summary>How much of it must be done. Place: <c>n</c>.</summary>
    public required string Must { get; init; }

    /// <summary>How much of it should be. Place: <c>n</c>.</summary>
    public required string Should { get; init; }
    public required string NothingToDo { get; init; }

    /// <summary>Heads what is only good to know.</summary>
    public required string Noticed { get; init; }
    public required string Comparison { get; init; }
    public required string Forecast { get; init; }
    public required string Mailbox { get; init; }
    public required string Endpoints { get; init; }
    public required string Sources { get; init; }
    public required string Drift { get; init; }

    public required IReadOnlyDictionary<Severity, string> Severities { get; init; }

    /// <summary>Nothing is said where it is certain.</summary>
    public required IReadOnlyDictionary<FindingConfidence, string> Likelihoods { get; init; }

    /// <summary>Place: <c>remedy</c>.</summary>
    public required string Remedy { get; init; }

    /// <summary>Place: <c>evidence</c>.</summary>
    public required string Evidence { get; init; }

    /// <summary>Places that are not named. Place: <c>more</c>, two or more.</summary>
    public required string MorePlaces { get; init; }

    /// <summary>Evidence that is not quoted. Place: <c>more</c>, two or more.</summary>
    public required string MoreSeen { get; init; }

    public required string ForYou { get; init; }

    /// <summary>Nothing in the forecast would be felt.</summary>
    public required string NoDifference { get; init; }

    /// <summary>Something would be felt, day by day. Places: <c>task</c>, <c>faster</c>, <c>fasterTime</c>, <c>slower</c>, <c>slowerTime</c>.</summary>
    public required string Difference { get; init; }

    /// <summary>Only at the first time. Places as in <see cref="Difference"/>.</summary>
    public required string DifferenceOnce { get; init; }

    /// <summary>Where the faster takes no time at all. Places: <c>task</c>, <c>faster</c>, <c>slower</c>, <c>slowerTime</c>.</summary>
    public required string DifferenceAtOnce { get; init; }

    public required IReadOnlyDictionary<MailTask, string> Tasks { get; init; }
    public required string AtOnce { get; init; }
    public required string Unknown { get; init; }

    /// <summary>Place: <c>time</c>.</summary>
    public required string Estimated { get; init; }

    /// <summary>Places: <c>roundTrip</c>, <c>roundTripBasis</c>, <c>capacity</c>, <c>capacityBasis</c>.</summary>
    public required string Line { get; init; }
    public required IReadOnlyDictionary<LinkBasis, string> LineBases { get; init; }

    /// <summary>Lines about the mailbox, each said where all its values are known. Places: those of <see cref="MailboxText"/>.</summary>
    public required IReadOnlyList<string> Imap { get; init; }

    /// <inheritdoc cref="Imap"/>
    public required IReadOnlyList<string> Pop3 { get; init; }

    /// <summary>EXPIRE 0.</summary>
    public required string DeletedAtOnce { get; init; }

    /// <inheritdoc cref="Imap"/>
    public required string OnlyInImap { get; init; }

    /// <summary>The same where no folder beside the Inbox is known.</summary>
    public required string OnlyInImapsInbox { get; init; }

    public required string Usable { get; init; }
    public required string NotUsable { get; init; }
    public required string NotTrusted { get; init; }
    public required string Cleartext { get; init; }

    /// <summary>Place: <c>time</c>.</summary>
    public required string RoundTrip { get; init; }
    public required IReadOnlyDictionary<MailStep, string> Steps { get; init; }

    /// <summary>Places: <c>step</c>, <c>time</c>, <c>cause</c>.</summary>
    public required string StepFailed { get; init; }
    public required IReadOnlyDictionary<FailureKind, string> Failures { get; init; }

    /// <summary>What a server that let the user in refuses behind that.</summary>
    public required string RefusedBehindSignIn { get; init; }

    /// <summary>Why a step failed. Behind a good sign-in a refusal is neither the password's nor a missing offer.</summary>
    public string Cause(MailStep step, FailureKind kind) =>
        step is MailStep.OpenMailbox or MailStep.Measure && kind is FailureKind.SignInRejected or FailureKind.CapabilityMissing
            ? RefusedBehindSignIn : Failures[kind];

    /// <summary>Place: <c>text</c>.</summary>
    public required string Quote { get; init; }

    /// <summary>Places: <c>mechanism</c>, <c>time</c>, <c>reason</c>.</summary>
    public required IReadOnlyDictionary<SignInOutcome, string> SignIns { get; init; }

    /// <summary>Those that are no findings.</summary>
    public required IReadOnlyDictionary<SignInReason, string> SignInReasons { get; init; }

    /// <summary>Places: <c>subject</c>, <c>issuer</c>, <c>date</c>, <c>status</c>.</summary>
    public required string Certificate { get; init; }
    public required IReadOnlyDictionary<CertificateStatus, string> CertificateStatuses { get; init; }

    public required IReadOnlyDictionary<DiscoverySource, string> SourceNames { get; init; }

    /// <summary>Place: <c>cause</c>.</summary>
    public required IReadOnlyDictionary<SourceOutcome, string> SourceOutcomes { get; init; }
    /// <summary>Place: <c>name</c>.</summary>
    public required string Candidates { get; init; }

    /// <inheritdoc cref="Candidates"/>
    public required string NoCandidates { get; init; }
    public required string Outgoing { get; init; }
    public required string Forgeable { get; init; }

    /// <summary>Place: <c>more</c>.</summary>
    public required string AskedInVain { get; init; }

    /// <summary>The words of a language.</summary>
    public static ReportPhrases Of(Language language) => language.Table<ReportPhrases>();
}
