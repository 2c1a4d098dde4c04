using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.RealServers;

/// <summary>Where one Dovecot keeps everything: configuration, certificates, sockets, log and mail.</summary>
internal sealed class DovecotFolder : ServerFolder
{
    public DovecotFolder(DovecotSetup setup, TestCertificate certificate)
        : base("dovecot")
    {
        // Dovecot's login and auth processes are users of their own and have to get in.
        Account.Run("chmod", "755", Root);
        Directory.CreateDirectory(Mail);
        Account.Give(Mail);
        certificate.WritePem(Root);
        File.WriteAllLines(Users, setup.Users.Select(user => $"{user.Key}:{{PLAIN}}{user.Value}::::::"));
        File.WriteAllText(
            OpenSslConfiguration,
            $"openssl_conf=a\n[a]\nssl_conf=b\n[b]\nsystem_default=c\n[c]\nMaxProtocol={DovecotConfiguration.Name(setup.MaxTls)}\n");
    }

    public string Mail => Path.Combine(Root, "mail");

    public string Log => Path.Combine(Root, "dovecot.log");

    /// <summary>Where another server may ask whether a name and a password are right.</summary>
    public string SignInSocket => Path.Combine(Run, "sign-in");

    public string Users => Path.Combine(Root, "users");

    public string OpenSslConfiguration => Path.Combine(Root, "openssl.cnf");

    public override string ReadLogs() => base.ReadLogs() + (File.Exists(Log) ? File.ReadAllText(Log) : "");
}
