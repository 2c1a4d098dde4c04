namespace ProtocolAdvisor.RealServers;

/// <summary>Who PostgreSQL runs as: it refuses root, and is Debian's "postgres" then; else it is whoever runs the tests.</summary>
internal static class PostgresAccount
{
    private const string User = "postgres";

    /// <summary>The command as that user's, in the place of ours: its process keeps its number.</summary>
    public static string[] As(params string[] command) =>
        Account.IsRoot ? ["setpriv", $"--reuid={User}", $"--regid={User}", "--clear-groups", .. command] : command;

    /// <summary>Makes a folder the user's, and nobody else's.</summary>
    public static void Give(string folder)
    {
        if (Account.IsRoot)
            Account.Run("chown", "-R", $"{User}:{User}", folder);
        Account.Run("chmod", "700", folder);
    }
}
