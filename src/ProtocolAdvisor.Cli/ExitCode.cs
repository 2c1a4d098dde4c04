using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Cli;

/// <summary>What the process tells a script.</summary>
internal static class ExitCode
{
    /// <summary>It works, or what was asked for was done.</summary>
    public const int Works = 0;

    /// <summary>It ran, and it does not work, or was refused.</summary>
    public const int DoesNotWork = 1;

    /// <summary>The command line is wrong; nothing was tried.</summary>
    public const int WrongUsage = 2;

    /// <summary>It could not run to its end: a file not writable, a fault of ours.</summary>
    public const int NotRun = 3;

    /// <summary>It ran, and something of ours or of the way between kept us from finding out.</summary>
    public const int CouldNotFindOut = 4;

    /// <summary>Ctrl-C, as shells tell it: 128 and the number of SIGINT.</summary>
    public const int Interrupted = 130;

    /// <summary>The code of a run's outcome.</summary>
    public static int Of(SummaryState state) => state switch
    {
        SummaryState.Works or SummaryState.ToMend => Works,
        SummaryState.DoesNotWork => DoesNotWork,
        SummaryState.CouldNotFindOut => CouldNotFindOut,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a code."),
    };
}
