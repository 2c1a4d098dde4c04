using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Web.Audits.Running;

/// <summary>What of ours kept a run from finding out: then it is no result, and the subject is looked at again.</summary>
internal enum Hindrance
{
    /// <summary>Nothing: the run says what is so.</summary>
    None,

    /// <summary>Our name servers did not answer.</summary>
    Resolver,

    /// <summary>A limit or a fault of our own machine.</summary>
    OwnLimit,
}

/// <summary>Tells hindrances from results.</summary>
internal static class Hindrances
{
    /// <summary>What kept this run from finding out.</summary>
    public static Hindrance Of(AssessmentFacts facts)
    {
        var failures = facts.Endpoints.Select(x => x.Probe.Failure?.Kind).ToHashSet();
        if (facts.LookupWasImpossible || failures.Contains(FailureKind.LookupImpossible)) return Hindrance.Resolver;
        var isOurs = failures.Overlaps([FailureKind.TargetBusy, FailureKind.LocalFault, FailureKind.Unexpected, FailureKind.DeadlineReached]);
        return isOurs ? Hindrance.OwnLimit : Hindrance.None;
    }
}
