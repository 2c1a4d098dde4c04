namespace ProtocolAdvisor.Cli.Tests.Hosting;

/// <summary>A command line that is refused before anything is tried: run within the tests, which is a hundred times as fast as a process.</summary>
internal static class WrongLine
{
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>Runs it; gives the exit code and what was said.</summary>
    public static async Task<(int Code, string Errors)> RunAsync(IReadOnlyList<string> arguments)
    {
        // The console belongs to the whole process.
        await OneAtATime.WaitAsync(TestContext.Current.CancellationToken);
        var (before, errors) = (Console.Error, new StringWriter());
        Console.SetError(errors);
        try
        {
            return (await Invocation.RunAsync(arguments.Contains("--lang") ? arguments : ["--lang", "en", .. arguments]), errors.ToString());
        }
        finally
        {
            Console.SetError(before);
            OneAtATime.Release();
        }
    }
}
