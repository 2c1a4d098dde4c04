namespace ProtocolAdvisor.RealServers;

/// <summary>Where one server keeps everything, deleted when it has ended.</summary>
internal class ServerFolder
{
    public ServerFolder(string server)
    {
        Root = Path.Combine(Path.GetTempPath(), $"pa-{server}-{Guid.NewGuid().ToString("N")[..12]}");
        Directory.CreateDirectory(Run);
    }

    public string Root { get; }

    /// <summary>For sockets and process numbers.</summary>
    public string Run => Path.Combine(Root, "run");

    public string Configuration => Path.Combine(Root, "server.conf");

    /// <summary>What the server prints: all of its log, or what it says before it has opened that, as of a mistake in its configuration.</summary>
    public string Output => Path.Combine(Root, "server.out");

    /// <summary>Everything that the server has said so far.</summary>
    public virtual string ReadLogs() => File.Exists(Output) ? File.ReadAllText(Output) : "";

    public async Task DeleteAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.Delete(Root, recursive: true);
                return;
            }
            catch (IOException) when (attempt < 100)
            {
                // A killed process may still be on its way out, with a last file appearing in a folder just emptied.
                await Task.Delay(10);
            }
        }
    }
}
