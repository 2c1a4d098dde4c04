namespace ProtocolAdvisor.Cli;

/// <summary>What the process tells a script.</summary>
internal static class ExitCode
{
    /// <summary>There is an answer.</summary>
    public const int Answered = 0;

    /// <summary>It ran, and nothing that was found can be used.</summary>
    public const int NothingUsable = 1;

    /// <summary>The command line is wrong; nothing was tried.</summary>
    public const int WrongUsage = 2;

    /// <summary>It could not run to its end: interrupted, a file not writable, a fault of ours.</summary>
    public const int NotRun = 3;
}
