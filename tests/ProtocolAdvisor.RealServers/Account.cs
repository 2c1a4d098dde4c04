using System.Diagnostics;

namespace ProtocolAdvisor.RealServers;

/// <summary>Which system user Dovecot serves mail as: Debian's "mail" under root, else whoever runs the tests.</summary>
internal static class Account
{
    public static bool IsRoot => Environment.UserName == "root";

    public static string User => IsRoot ? "mail" : Environment.UserName;

    public static string Group { get; } = IsRoot ? "mail" : Run("id", "-gn").Trim();

    /// <summary>Makes files written by root the mail user's.</summary>
    public static void Give(string path)
    {
        if (IsRoot)
            Run("chown", "-R", $"{User}:{Group}", path);
    }

    /// <summary>Runs a short command to its end and gives what it printed.</summary>
    public static string Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
