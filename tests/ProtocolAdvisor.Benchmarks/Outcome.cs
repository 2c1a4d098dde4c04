namespace ProtocolAdvisor.Benchmarks;

/// <summary>One row of the table.</summary>
/// <param name="Benchmark">Which benchmark.</param>
/// <param name="Case">What was measured, on which line.</param>
/// <param name="Measured">The figure, with its unit.</param>
/// <param name="Goal">What it is to reach; empty where it is only told.</param>
/// <param name="Beside">What was measured beside it, in the same run.</param>
/// <param name="Passed">Whether the goal was reached; null without one.</param>
internal sealed record Outcome(string Benchmark, string Case, string Measured, string Goal, string Beside, bool? Passed)
{
    /// <summary>What the last column says.</summary>
    internal string Verdict => Passed switch { true => "pass", false => "MISSED", null => "" };
}
