using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.RealServers;

/// <summary>Where one Postfix keeps everything: its two configuration files, certificate, queue, state and log. Nothing of the system's is touched.</summary>
internal sealed class PostfixFolder : ServerFolder
{
    private static readonly string[] QueueFolders =
        ["active", "bounce", "corrupt", "defer", "deferred", "flush", "hold", "incoming", "maildrop", "private", "public", "saved", "trace"];

    public PostfixFolder(TestCertificate certificate)
        : base("postfix")
    {
        // Postfix's programs give up root's rights and have to get in.
        Account.Run("chmod", "755", Root);
        Directory.CreateDirectory(State);
        foreach (var name in QueueFolders)
            Directory.CreateDirectory(Path.Combine(Queue, name));
        Account.Run("chown", "-R", "postfix", State, Queue);
        // The queue itself and the process numbers are root's, or the master process refuses them.
        Account.Run("chown", "root", Queue);
        Directory.CreateDirectory(Path.Combine(Queue, "pid"));
        certificate.WritePem(Root);
    }

    public string Queue => Path.Combine(Root, "queue");

    public string State => Path.Combine(Root, "state");

    public string Log => Path.Combine(Root, "postfix.log");

    public override string ReadLogs() => base.ReadLogs() + (File.Exists(Log) ? File.ReadAllText(Log) : "");

    /// <summary>Postfix finds its two files by their names in a folder.</summary>
    public void Configure(string main, string master)
    {
        File.WriteAllText(Path.Combine(Root, "main.cf"), main);
        File.WriteAllText(Path.Combine(Root, "master.cf"), master);
    }
}
