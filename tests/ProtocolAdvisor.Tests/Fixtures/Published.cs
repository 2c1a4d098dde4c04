using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using static ProtocolAdvisor.Mail.ConnectionSecurity;

namespace ProtocolAdvisor.Tests.Fixtures;

/// <summary>What sources say of example.com, for the pure tests.</summary>
internal static class Published
{
    public static readonly HostName Domain = HostName.Parse("example.com");

    public static IncomingClaim Imaps(string host = "imap.example.com", int port = 993, string? username = null) => Claim(MailProtocol.Imap, host, port, ImplicitTls, username);

    public static IncomingClaim Imap(string host = "imap.example.com", int port = 143, string? username = null) => Claim(MailProtocol.Imap, host, port, StartTls, username);

    public static IncomingClaim Pop3s(string host = "pop.example.com", int port = 995, string? username = null) => Claim(MailProtocol.Pop3, host, port, ImplicitTls, username);

    public static IncomingClaim Claim(MailProtocol protocol, string host, int port, ConnectionSecurity security, string? username = null) =>
        new(new MailEndpoint(protocol, HostName.Parse(host), port, security), username, []);

    public static SourceAttempt Autoconfig(params IncomingClaim[] claims) => Found(DiscoverySource.Autoconfig, "https://autoconfig.example.com/mail/config-v1.1.xml", true, claims) with
    {
        Preferred = claims.DistinctBy(x => x.Endpoint.Protocol).Count() > 1 ? claims[0].Endpoint.Protocol : null,
    };

    public static SourceAttempt OverHttp(params IncomingClaim[] claims) => Found(DiscoverySource.Autoconfig, "http://autoconfig.example.com/mail/config-v1.1.xml", false, claims);

    public static SourceAttempt Pacc(params IncomingClaim[] claims) => Found(DiscoverySource.Pacc, "https://ua-auto-config.example.com/", true, claims);

    public static SourceAttempt Srv(string service, int priority, params IncomingClaim[] claims) =>
        Found(DiscoverySource.Srv, $"{service}._tcp.example.com", false, claims) with { Priority = priority };

    public static SourceAttempt Denied(string service, MailProtocol protocol) =>
        Found(DiscoverySource.Srv, $"{service}._tcp.example.com", false) with { NotOffered = [protocol] };

    public static SourceAttempt Catalogue(params IncomingClaim[] claims) => Found(DiscoverySource.Catalogue, "https://catalogue.example.net/example.com", true, claims);

    public static SourceAttempt Guess(params IncomingClaim[] claims) => Found(DiscoverySource.Convention, claims[0].Endpoint.Host.Value, false, claims);

    /// <summary>A settings file that names servers for sending only.</summary>
    public static SourceAttempt Sending(params MailEndpoint[] servers) => Autoconfig() with
    {
        Outgoing = [.. servers.Select(x => new OutgoingClaim(x.Host, x.Port, x.Security, UsernameForm.Address, [AuthenticationMethod.PasswordCleartext]))],
    };

    public static SourceAttempt Missed(DiscoverySource source, string location = "somewhere.example") =>
        new() { Source = source, Location = location, Outcome = SourceOutcome.NotFound };

    public static SourceAttempt Failed(DiscoverySource source, FailureKind kind, string location = "somewhere.example", Remark? remark = null) =>
        new() { Source = source, Location = location, Outcome = SourceOutcome.Failed, Failure = new(kind) { Remark = remark } };

    public static SourceAttempt Found(DiscoverySource source, string location, bool secure, params IncomingClaim[] claims) =>
        new() { Source = source, Location = location, Outcome = SourceOutcome.Found, Secure = secure, Incoming = claims };

    public static DiscoveryResult Ranked(params SourceAttempt[] attempts) => Ranking.Of(attempts, Domain);
}
