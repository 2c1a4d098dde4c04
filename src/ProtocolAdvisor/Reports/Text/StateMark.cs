using ProtocolAdvisor.Findings;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>One sign for how things stand, at the beginning of a line: a word always stands beside it.</summary>
public static class StateMark
{
    /// <summary>It works.</summary>
    public const char Good = '✓';

    /// <summary>It works, and something should be mended.</summary>
    public const char Mend = '!';

    /// <summary>It does not work.</summary>
    public const char Bad = '✗';

    /// <summary>We could not find out.</summary>
    public const char Unknown = '?';

    /// <summary>A report's sign.</summary>
    public static char Of(SummaryState state) => state switch
    {
        SummaryState.Works => Good,
        SummaryState.ToMend => Mend,
        SummaryState.DoesNotWork => Bad,
        SummaryState.CouldNotFindOut => Unknown,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a sign."),
    };

    /// <summary>A finding's sign.</summary>
    internal static char Of(Severity severity) => severity == Severity.Blocking ? Bad : Mend;

    /// <summary>A server's sign.</summary>
    internal static char Of(EndpointReport endpoint) => endpoint switch
    {
        { IsUnexamined: true } => Unknown,
        { Usable: false } => Bad,
        { Trusted: false } or { SignIn.Outcome: Sessions.SignInOutcome.Rejected or Sessions.SignInOutcome.Unanswered } => Mend,
        _ => Good,
    };
}
