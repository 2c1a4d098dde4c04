namespace ProtocolAdvisor.Web.Startup.Configured;

/// <summary>Refuses arguments that the framework passes over in silence: a word that is no setting, and a key without its value.</summary>
internal static class CommandLineJudge
{
    private const string Keys = "src/ProtocolAdvisor.Web/README.md lists the keys";

    /// <summary>
    /// Judges <c>--Key=value</c>, <c>--Key value</c>, <c>/Key=value</c> and <c>Key=value</c>; the first other one refuses the start. What may be a secret is
    /// not repeated.
    /// </summary>
    public static void Judge(string[] args)
    {
        for (var at = 0; at < args.Length; at++)
        {
            var arg = args[at];
            if (arg.Contains('=', StringComparison.Ordinal)) continue;
            if (!arg.StartsWith("--", StringComparison.Ordinal) && !arg.StartsWith('/'))
                throw new StartRefusedException($"The command line's argument {at + 1} is no setting: --Key=value is expected; {Keys}.");
            if (++at == args.Length) throw new StartRefusedException($"{OperatorSettings.Quoted(arg)}: a value is expected, as in --Key=value; {Keys}.");
        }
    }
}
