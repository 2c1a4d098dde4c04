using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.RealServers;

/// <summary>Where one Dovecot keeps everything: configuration, certificates, sockets, log and mail.</summary>
internal sealed class DovecotFolder
{
    public DovecotFolder(DovecotSetup setup, TestCertificate certificate)
    {
        Directory.CreateDirectory(Root);
        // Dovecot's login and auth processes are users of their own and have to get in.
        Account.Run("chmod", "755", Root);
        Directory.CreateDirectory(Run);
        Directory.CreateDirectory(Mail);
        Account.Give(Mail);
        certificate.WritePem(Root);
        File.WriteAllLines(Users, setup.Users.Select(user => $"{user.Key}:{{PLAIN}}{user.Value}::::::"));
        File.WriteAllText(
            OpenSslConfiguration,
            $"openssl_conf=a\n[a]\nssl_conf=b\n[b]\nsystem_default=c\n[c]\nMaxProtocol={DovecotConfiguration.Name(setup.MaxTls)}\n");
    }

    public string Root { get; } = Path.Combine(Path.GetTempPath(), "pa-dovecot-" + Guid.NewGuid().ToString("N")[..12]);

    public string Run => Path.Combine(Root, "run");

    public string Mail => Path.Combine(Root, "mail");

    public string Log => Path.Combine(Root, "dovecot.log");

    /// <summary>What Dovecot says before it has opened its log, as of a mistake in its configuration.</summary>
    public string Output => Path.Combine(Root, "dovecot.out");

    public string Users => Path.Combine(Root, "users");

    public string Configuration => Path.Combine(Root, "dovecot.conf");

    public string OpenSslConfiguration => Path.Combine(Root, "openssl.cnf");

    public string ReadLogs() => string.Concat(new[] { Output, Log }.Where(File.Exists).Select(File.ReadAllText));

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
