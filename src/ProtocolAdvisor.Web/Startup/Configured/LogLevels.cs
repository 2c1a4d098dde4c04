namespace ProtocolAdvisor.Web.Startup.Configured;

/// <summary>The framework's log levels, <c>Logging:LogLevel:…</c> and <c>Logging:Console:LogLevel:…</c>; a wrong one would end the start in a stack trace.</summary>
internal static class LogLevels
{
    /// <summary>Whether the key sets a level.</summary>
    public static bool IsLevel(string key) => key.Split(':') is [var logging, .. var rest] && Is(logging, "Logging")
        && (rest is [var level, _] && Is(level, "LogLevel") || rest is [_, var ofProvider, _] && Is(ofProvider, "LogLevel"));

    /// <summary>What is wrong with the level; null where nothing is.</summary>
    public static string? Complaint(string value) => Enum.TryParse<LogLevel>(value, true, out var level) && Enum.IsDefined(level)
        ? null : $"one of {string.Join(", ", Enum.GetNames<LogLevel>())} is expected, not {OperatorSettings.Quoted(value)}.";

    private static bool Is(string part, string name) => part.Equals(name, StringComparison.OrdinalIgnoreCase);
}
