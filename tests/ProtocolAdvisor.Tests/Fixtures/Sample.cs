using CsCheck;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Settings;

namespace ProtocolAdvisor.Tests.Fixtures;

/// <summary>Client settings: a mailbox with both protocols, and any settings at all.</summary>
internal static class Sample
{
    public static IncomingServer Imaps { get; } = Server(Facts.Imaps);

    public static IncomingServer Pop3s { get; } = Server(Facts.Pop3s);

    public static OutgoingServer Submission { get; } =
        new(HostName.Parse("smtp.example.com"), 465, ConnectionSecurity.ImplicitTls, LoginName.Of(LoginName.Address), [AuthenticationMethod.PasswordCleartext]);

    public static ClientSettings ImapFirst { get; } = new()
    {
        MailDomain = HostName.Parse("example.com"),
        Incoming = [Imaps, Pop3s],
        Outgoing = Submission,
        Recommended = MailProtocol.Imap,
    };

    public static ClientSettings Pop3First { get; } = ImapFirst with
    {
        Incoming = [Pop3s, Imaps],
        Recommended = MailProtocol.Pop3,
        Backup = new BackupPlan(true, 7),
        LeaveOnServerDays = 14,
    };

    /// <summary>Old mail to be moved before a day.</summary>
    public static ArchivePlan Archive { get; } = new(new DateTimeOffset(2027, 6, 1, 12, 0, 0, TimeSpan.Zero), 1_234_000_000);

    /// <summary>Any settings: hosts and user names that try to break out of every syntax among them.</summary>
    public static Gen<ClientSettings> Any { get; } =
        from domain in Gen.OneOf(Host.Select(x => (HostName?)x), Gen.Const((HostName?)null))
        from servers in Gen.Select(Endpoint, Name, Methods, (endpoint, name, methods) => new IncomingServer(endpoint, name, methods)).Array[1, 5]
        from outgoing in Gen.OneOf(Out.Select(x => (OutgoingServer?)x), Gen.Const((OutgoingServer?)null))
        from recommended in Gen.OneOf(Compared.Select(x => (MailProtocol?)x), Gen.Const((MailProtocol?)null))
        from backup in Gen.OneOf(Gen.Select(Gen.Bool, Gen.Int[1, 7], (needed, days) => (BackupPlan?)new BackupPlan(needed, days)), Gen.Const((BackupPlan?)null))
        from days in Gen.Int[-1, 60]
        from archive in Gen.OneOf(Gen.Const((ArchivePlan?)null), Gen.Const((ArchivePlan?)new ArchivePlan(null, 1)), Gen.Const((ArchivePlan?)Archive))
        select new ClientSettings
        {
            MailDomain = domain,
            Incoming = servers,
            Outgoing = outgoing,
            Recommended = recommended,
            Backup = backup,
            LeaveOnServerDays = days < 0 ? null : days,
            Archive = archive,
        };

    /// <summary>A protocol that reads mail.</summary>
    public static Gen<MailProtocol> Compared => OneOf<MailProtocol>([.. MailProtocols.Compared]);

    private static Gen<HostName> Host => OneOf("example.com", "mail.example.com", "xn--mller-kva.de", "192.0.2.1", "2001:db8::1", "a-b.example").Select(HostName.Parse);

    private static Gen<ConnectionSecurity> Security => OneOf(ConnectionSecurity.ImplicitTls, ConnectionSecurity.StartTls);

    private static Gen<MailEndpoint> Endpoint =>
        Gen.Select(Compared, Host, Gen.OneOf(OneOf(993, 995, 143, 110), Gen.Int[1, 65535]), Security, (protocol, host, port, security) => new MailEndpoint(protocol, host, port, security));

    private static Gen<LoginName> Name => Gen.OneOf(
        Gen.Const(LoginName.Usual),
        Gen.Const(LoginName.OnlyUserKnows),
        Gen.String.Select(x => LoginName.Of(LoginName.LocalPart + x)),
        OneOf(LoginName.Address, LoginName.LocalPart).Select(LoginName.Of),
        OneOf("@local.domain", "</username><script>&\"'", "]]>", "-->", "\",\"x\":\"", "<!DOCTYPE x [", "&#0;").Select(x => LoginName.Of(LoginName.LocalPart + x)));

    private static Gen<AuthenticationMethod[]> Methods => Gen.Enum<AuthenticationMethod>().Array[1, 3];

    private static Gen<OutgoingServer> Out =>
        Gen.Select(Host, Gen.Int[1, 65535], Security, Name, Methods, (host, port, security, name, methods) => new OutgoingServer(host, port, security, name, methods));

    /// <summary>One of these.</summary>
    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(x => values[x]);

    public static IncomingServer Server(MailEndpoint endpoint, string name = LoginName.Address, params AuthenticationMethod[] methods) =>
        new(endpoint, LoginName.Of(name), methods is [] ? [AuthenticationMethod.PasswordCleartext] : methods);
}
