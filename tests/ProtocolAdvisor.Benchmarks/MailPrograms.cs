using System.Diagnostics;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>
/// Real mail programs that fetch one user's mail: <c>mbsync</c> over IMAP (all folders; checks look into the Inbox) and <c>mpop</c> over POP3. They write into memory: a disk's
/// time is nobody's forecast.
/// </summary>
internal sealed class MailPrograms : IDisposable
{
    private const string Memory = "/dev/shm";
    private readonly DirectoryInfo _folder;

    /// <summary>Ready to fetch, with nothing fetched yet.</summary>
    internal MailPrograms(FarSide server)
    {
        var top = Directory.Exists(Memory) ? Memory : Path.GetTempPath();
        _folder = Directory.CreateDirectory(Path.Combine(top, $"advisor-bench-{Environment.ProcessId}-{Guid.NewGuid():N}"));
        foreach (var box in new[] { "mbsync", "mpop/cur", "mpop/new", "mpop/tmp" }) _folder.CreateSubdirectory(box);
        Write("mbsyncrc", $"""
            FSync no

            IMAPAccount lab
            Host {server.Host}
            User {server.Server.FetchedUsername}
            Pass {FarSide.Password}
            SSLType IMAPS
            CertificateFile {server.Authority}

            IMAPStore far
            Account lab

            MaildirStore near
            Path {_folder}/mbsync/
            Inbox {_folder}/mbsync/INBOX
            SubFolders Verbatim

            Channel all
            Far :far:
            Near :near:
            Patterns *
            Create Near
            Sync Pull
            SyncState *

            """);
        Write("mpoprc", $"""
            account lab
            host {server.Host}
            port {StandardPort.Pop3s}
            user {server.Server.FetchedUsername}
            password {FarSide.Password}
            tls on
            tls_starttls off
            tls_trust_file {server.Authority}
            keep on
            uidls_file {_folder}/uidls
            delivery maildir {_folder}/mpop

            """);
    }

    /// <summary>Fetches all that is new, everywhere.</summary>
    /// <returns>Seconds, the program's start and end included.</returns>
    internal Task<double> SyncAsync(MailProtocol protocol, CancellationToken token) =>
        protocol == MailProtocol.Imap ? RunAsync("mbsync", ["-q", "-c", $"{_folder}/mbsyncrc", "all"], token) : CheckAsync(protocol, token);

    /// <summary>Fetches all that is new in the Inbox.</summary>
    /// <returns>Seconds, the program's start and end included.</returns>
    internal Task<double> CheckAsync(MailProtocol protocol, CancellationToken token) => protocol == MailProtocol.Imap
        ? RunAsync("mbsync", ["-q", "-c", $"{_folder}/mbsyncrc", "all:INBOX"], token)
        : RunAsync("mpop", ["-q", "-C", $"{_folder}/mpoprc", "lab"], token);

    public void Dispose() => _folder.Delete(recursive: true);

    // The password is in there: mpop insists that nobody else may read it.
    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static async Task<double> RunAsync(string program, IEnumerable<string> arguments, CancellationToken token)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return process.ExitCode == 0 ? seconds : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
