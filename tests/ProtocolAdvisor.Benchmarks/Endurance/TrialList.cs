namespace ProtocolAdvisor.Benchmarks.Endurance;

/// <summary>Runs the trials and says pass or fail for each. They need neither the lab nor root.</summary>
internal static class TrialList
{
    private const string Short = "--short";

    private static readonly ITrial[] All = [new IdleTrial(), new ManyRunsTrial(), new KillTrial(), new LockTrial(), new LogTrial(), new SoakTrial(), new CrowdTrial(), new ReportsTrial()];

    /// <summary>Runs those that are named, else all.</summary>
    /// <param name="arguments">Names of trials, and <c>--short</c> for a few minutes instead of half an hour.</param>
    /// <param name="token">Ends it.</param>
    /// <returns>0: all passed, 1: one failed.</returns>
    internal static async Task<int> RunAsync(string[] arguments, CancellationToken token)
    {
        var names = arguments.Where(x => x != Short).ToList();
        if (names.Except(All.Select(x => x.Name)).FirstOrDefault() is { } unknown)
            throw new LabException($"There is no trial '{unknown}'. There are: {string.Join(", ", All.Select(x => x.Name))}.");
        var outcomes = new List<Outcome>();
        foreach (var trial in All.Where(x => names.Count == 0 || names.Contains(x.Name)))
        {
            await Console.Error.WriteLineAsync($"{trial.Name} …");
            outcomes.AddRange(await TryAsync(trial, arguments.Contains(Short), token));
        }

        Table.Print(outcomes);
        return outcomes.Any(x => x.Passed == false) ? 1 : 0;
    }

    // A service that dies or hangs fails its trial; the others are run all the same.
    private static async Task<IReadOnlyList<Outcome>> TryAsync(ITrial trial, bool isShort, CancellationToken token)
    {
        try
        {
            return await trial.RunAsync(isShort, token);
        }
        catch (Exception e) when (!token.IsCancellationRequested)
        {
            return [new Outcome(trial.Name, "", "failed", "", e.Message.ReplaceLineEndings(" "), false)];
        }
    }
}
