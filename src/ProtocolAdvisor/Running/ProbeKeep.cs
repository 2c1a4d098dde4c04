using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Running;

/// <summary>How long the results of probes without credentials serve those who ask the same, and how many are kept.</summary>
/// <param name="Result">What was learned: requests that are sent together need not arrive together.</param>
/// <param name="Failure">That it failed: it may have passed by the time that somebody tries again.</param>
/// <param name="RepeatedFailure">That it failed twice in the same way.</param>
/// <param name="Most">Most runs and results that are remembered; above it those that nobody has asked for longest go before their
/// time.</param>
internal sealed record ProbeKeep(TimeSpan Result, TimeSpan Failure, TimeSpan RepeatedFailure, int Most)
{
    private const int ShorterForFailures = 5;

    /// <summary>Most that are kept where everybody asks for himself.</summary>
    internal const int MostForPeople = 1_000;

    /// <summary>A result is some 10 KiB, and a mail host that many domains share is six endpoints: thousands of such hosts, beside names
    /// that are asked for once.</summary>
    internal const int MostForAudits = 5_000;

    /// <summary>For those who ask for themselves.</summary>
    internal static ProbeKeep ForPeople(TimeSpan result) => new(result, result / ShorterForFailures, result / ShorterForFailures, MostForPeople);

    /// <summary>For an audit: one failure may have been an accident, and would be told to all of a host's domains; a second one is the
    /// host's state.</summary>
    internal static ProbeKeep ForAudits { get; } = new(AuditPoliteness.ProbeKeep, TimeSpan.FromMinutes(1), AuditPoliteness.ProbeKeep, MostForAudits);

    /// <summary>How long one is kept.</summary>
    /// <param name="failure">How it failed; null where it did not.</param>
    /// <param name="isRepeated">Whether the one before failed in the same way.</param>
    internal TimeSpan For(Failure? failure, bool isRepeated) => failure is null ? Result : isRepeated ? RepeatedFailure : Failure;

    /// <summary>Whether a run failed by the time that it had, or by our own limits: another one may learn more.</summary>
    internal static bool WasCut(Failure? failure) => failure?.Kind is FailureKind.DeadlineReached or FailureKind.TargetBusy or FailureKind.LocalFault;

    /// <summary>Whether it says something of the server. What only our own limits, machine or name servers kept from being learned is no
    /// result to keep.</summary>
    internal static bool IsWorthKeeping(Failure? failure) => !WasCut(failure) && !IsOwnTrouble(failure);

    /// <summary>Whether the machine that probed could not do so: another one may.</summary>
    internal static bool IsOwnTrouble(Failure? failure) => failure?.Kind is FailureKind.LocalFault or FailureKind.LookupImpossible or FailureKind.Unexpected;
}
