namespace ProtocolAdvisor.Benchmarks;

/// <summary>Where things lie in the working copy that this program was built from.</summary>
internal static class Repository
{
    /// <summary>The lab's command.</summary>
    internal static string Lab => Path.Combine(Root, "tests", "lab", "lab");

    /// <summary>The script of a server that stands beside the lab's own.</summary>
    internal static string Server(FarServer server) => Server(server.Name);

    /// <summary>A file of those servers' folder.</summary>
    internal static string Server(string file) => Path.Combine(Root, "tests", "lab", "servers", file);

    /// <summary>The command line that starts this program again: <c>dotnet x.dll</c>, or its own executable.</summary>
    internal static IReadOnlyList<string> Command =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? [Environment.ProcessPath!, typeof(Repository).Assembly.Location] : [Environment.ProcessPath!];

    /// <summary>The web service, built in the same configuration as this program.</summary>
    internal static string Advisor
    {
        get
        {
            var framework = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(Root, "src", "ProtocolAdvisor.Web", "bin", framework.Parent!.Name, framework.Name, "ProtocolAdvisor.Web.dll");
        }
    }

    /// <summary>A kept run of a whole mailbox, as the service stores it.</summary>
    internal static string KeptRun => Path.Combine(Root, "tests", "ProtocolAdvisor.Tests", "Reports", "Golden", "quota-nearly-full.run.json");

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ProtocolAdvisor.sln"))) folder = folder.Parent;
            return folder?.FullName ?? throw new InvalidOperationException("This program must lie in the working copy that it was built from.");
        }
    }
}
