using System.Diagnostics;
using System.Net;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.RealServers;

/// <summary>Debian's Dovecot on loopback, with its own configuration and mail, deleted afterwards.</summary>
public sealed class DovecotServer : IAsyncDisposable
{
    /// <summary>What to do where <see cref="Available"/> is false.</summary>
    public const string Missing =
        "Dovecot is not installed. On Debian or Ubuntu: apt-get install -y --no-install-recommends dovecot-imapd dovecot-pop3d";

    private readonly DovecotFolder folder;
    private readonly ServerProcess process;
    private readonly Dictionary<DovecotListener, int> ports;
    private readonly TestCertificates? authority;

    private DovecotServer(DovecotSetup setup)
    {
        Setup = setup;
        authority = setup.Certificate is null ? new TestCertificates() : null;
        Certificate = setup.Certificate ?? authority!.Good("127.0.0.1", "localhost", setup.Address.ToString());
        ports = setup.OpenListeners.ToDictionary(
            listener => listener,
            listener => setup.Ports.TryGetValue(listener, out var port) ? LoopbackPorts.Wanted(setup.Address, port) : LoopbackPorts.Free(setup.Address));
        folder = new DovecotFolder(setup, Certificate);
        File.WriteAllText(folder.Configuration, DovecotConfiguration.Write(setup, folder, ports));
        process = new ServerProcess(
            folder, "dovecot", ["-F", "-c", folder.Configuration], ("OPENSSL_CONF", folder.OpenSslConfiguration));
    }

    /// <summary>Whether Dovecot with POP3 and IMAP is installed.</summary>
    public static bool Available => File.Exists("/usr/sbin/dovecot") && File.Exists("/usr/lib/dovecot/imap") && File.Exists("/usr/lib/dovecot/pop3");

    public DovecotSetup Setup { get; }

    public TestCertificate Certificate { get; }

    /// <summary>The authority to trust, where the server made its certificate itself.</summary>
    public TestCertificates Authority => authority ?? throw new InvalidOperationException("The setup brought its own certificate.");

    public IPAddress Address => Setup.Address;

    /// <summary>Dovecot's master process.</summary>
    public int ProcessId => process.Id;

    /// <summary>Where another server asks it whether a name and a password are right.</summary>
    public string SignInSocket => folder.SignInSocket;

    /// <summary>What Dovecot has logged so far.</summary>
    public string Log => folder.ReadLogs();

    /// <summary>The log once it says what is waited for, or as it is after five seconds: Dovecot writes it in its own time.</summary>
    public async Task<string> LogAsync(Func<string, bool> says)
    {
        var patience = Stopwatch.StartNew();
        while (!says(Log) && patience.Elapsed < TimeSpan.FromSeconds(5))
            await Task.Delay(20);
        return Log;
    }

    /// <summary>The port of a listener; throws where the setup left it closed.</summary>
    public int Port(DovecotListener listener) => ports[listener];

    /// <summary>The maildir of a user.</summary>
    public string MaildirOf(string user) => Path.Combine(folder.Mail, user);

    /// <summary>Starts Dovecot and waits until every listener greets.</summary>
    public static async Task<DovecotServer> StartAsync(DovecotSetup? setup = null)
    {
        if (!Available)
            throw new InvalidOperationException(Missing);
        var server = new DovecotServer(setup ?? new());
        try
        {
            await server.WaitUntilReadyAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Fills a user's mailbox, and brings the quota up to date.</summary>
    public async Task<MailboxContent> FillAsync(string user, MailboxPlan plan)
    {
        var content = Maildir.Fill(MaildirOf(user), user, plan);
        Account.Give(MaildirOf(user));
        // Without its index Dovecot would read every file at the first question, and a test measure that.
        await DoveadmAsync("index", "-u", user, "*");
        if (Setup.Quota is not null)
            await DoveadmAsync("quota", "recalc", "-u", user);
        return content;
    }

    /// <summary>Fills a maildir beside the users', for a namespace that the setup's further lines name.</summary>
    public void FillBeside(string maildir, MailboxPlan plan)
    {
        Maildir.Fill(MaildirOf(maildir), "house", plan);
        File.WriteAllText(Path.Combine(MaildirOf(maildir), "maildirfolder"), "");
        Account.Give(folder.Mail);
    }

    /// <summary>Lets the server into a folder of a user's, or not any more.</summary>
    public void Permit(string user, string mailFolder, bool permitted) => Account.Run("chmod", permitted ? "700" : "000", Path.Combine(MaildirOf(user), "." + mailFolder));

    /// <summary>Everything that must not change while somebody only looks: message files, and flags as Dovecot sees them.</summary>
    public async Task<MaildirSnapshot> SnapshotAsync(string user) =>
        MaildirSnapshot.Take(MaildirOf(user), await DoveadmAsync("-f", "tab", "fetch", "-u", user, "mailbox uid flags", "ALL"));

    /// <summary>Runs Dovecot's administration command against this server and gives what it printed.</summary>
    public async Task<string> DoveadmAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("doveadm", ["-c", folder.Configuration, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var doveadm = Process.Start(start)!;
        var errors = doveadm.StandardError.ReadToEndAsync();
        var output = await doveadm.StandardOutput.ReadToEndAsync();
        await doveadm.WaitForExitAsync();
        return doveadm.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"doveadm {string.Join(' ', arguments)} ended with {doveadm.ExitCode}: {await errors}");
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        await folder.DeleteAsync();
        if (authority is not null)
            Certificate.Dispose();
        authority?.Dispose();
    }

    private async Task WaitUntilReadyAsync()
    {
        foreach (var (listener, port) in ports)
        {
            // An implicit TLS listener greets inside TLS only; its twin process has then greeted, or accepting must do.
            var greets = listener is DovecotListener.Imap or DovecotListener.Pop3;
            await process.WaitUntilAsync(deadline => LoopbackPorts.AnswersAsync(Address, port, greets, deadline));
        }
    }
}
