using System.Text;
using CsCheck;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Discovery.Autoconfig;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Reports;

/// <summary>Any facts, any format: a file that says what was learned, or an obstacle that says why there is none.</summary>
public class SettingsOfAnyRunTests
{
    private const int Runs = 3_000;
    private const string Own = "own-name";
    private static readonly HostName Domain = HostName.Parse("example.com");

    [Fact]
    public void There_is_a_file_or_a_reason() => Wanted.Sample(
        x => x.Run.Settings(x.Format, x.Asked, Language.English) is { File: not null, Obstacle: null } or { File: null, Obstacle: not null }, iter: Runs);

    [Fact]
    public void Whoever_asks_for_text_gets_it_where_a_server_of_the_protocol_may_be_told() => Wanted.Sample(
        x => x.Run.Settings(SettingsFormat.Text, x.Asked, Language.German).Obstacle is null or SettingsObstacle.NothingRecommended or SettingsObstacle.ProtocolNotUsable, iter: Runs);

    // Each endpoint has a host of its own.
    [Fact]
    public void No_file_names_a_server_that_must_not_be_given_the_password_nor_anybodys_own_name() => Wanted.Sample(
        x =>
        {
            if (x.Run.Settings(x.Format, x.Asked, Language.English).File is not { } file) return true;
            var unfit = x.Run.Facts.Endpoints.Where(server => IsUnfit(server, x.Run.Facts)).Select(server => server.Probe.Endpoint.Host.Value);

            // What must be mended first names the server that is out of order.
            var told = AssessmentReport.WhatToFixFirst(x.Run.Heading, x.Run.Facts, Judgement.Of(x.Run.Facts, x.Run.Usage), Language.English) is { } first ? file.Content.Replace(first, "", StringComparison.Ordinal) : file.Content;
            return !unfit.Append(Own).Append("***").Any(text => told.Contains(text, StringComparison.Ordinal));
        },
        iter: Runs);

    [Fact]
    public void Autoconfig_is_read_back_as_the_same_servers_names_and_ways_to_sign_in() => Wanted.Sample(
        x =>
        {
            if (x.Run.Settings(SettingsFormat.Thunderbird, x.Asked, Language.English).File is not { } file) return;
            var read = AutoconfigReader.Read(Encoding.UTF8.GetBytes(file.Content), Domain);
            var meant = Settings(x.Run, x.Asked).Incoming.Where(server => server.LoginName.Template is not null && ThunderbirdSignIn.Takes(server));
            Assert.Equal(
                meant.Where(IsReadable).Select(server => (server.Endpoint, server.LoginName.Template, string.Join(' ', server.CommonWays.Union(server.Authentication)))),
                read.Incoming.Select(server => (server.Endpoint, server.Username, string.Join(' ', server.Authentication))));
        },
        iter: Runs);

    [Fact]
    public void Pacc_is_read_back_as_the_same_servers_with_the_address_as_user_name() => Wanted.Sample(
        x =>
        {
            if (x.Run.Settings(SettingsFormat.Pacc, x.Asked, Language.English).File is not { } file) return;
            var read = PaccReader.Read(Encoding.UTF8.GetBytes(file.Content));
            var meant = Settings(x.Run, x.Asked);
            Assert.Empty(read.Oddities);
            Assert.Contains(meant.Best.Endpoint, read.Incoming.Select(server => server.Endpoint));
            Assert.All(read.Incoming, server => Assert.Contains(meant.Incoming, said =>
                said.Endpoint == server.Endpoint && said.LoginName.Template == server.Username && said.Authentication.Contains(AuthenticationMethod.PasswordCleartext)));
            Assert.All(read.Outgoing, server => Assert.Equal((meant.Outgoing!.Host, meant.Outgoing.LoginName.Template), (server.Host, server.Username)));
        },
        iter: Runs);

    [Fact]
    public void The_report_and_the_file_never_contradict_each_other() => Wanted.Sample(
        x =>
        {
            var report = x.Run.Report(Language.English);
            if (report.Settings is not { Best: var best }) return true;
            var told = report.Recommendation.Endpoint!;
            return (told.Host, told.Port, told.Security) == (best.Endpoint.Host.Value, best.Endpoint.Port, best.Endpoint.Security)
                && (told.Authentication == AuthenticationKind.Oauth2) == (best.Authentication[0] == AuthenticationMethod.OAuth2)
                && (best.LoginName.Basis != LoginNameBasis.Known || told.Username == best.LoginName.Template);
        },
        iter: Runs);

    private static bool IsUnfit(EndpointFacts server, AssessmentFacts facts) =>
        !server.Trusted || !server.Probe.Usable || server.Probe.Endpoint.Security == ConnectionSecurity.Cleartext
        || (server.IsRefusedForGood && facts.Of(server.Probe.Endpoint.Protocol.Other()).Any(x => x.IsAccepted));

    // Our reader takes a port of another protocol for a slip.
    private static bool IsReadable(IncomingServer server) =>
        !PortCustom.IsForeign(server.Endpoint.Protocol == MailProtocol.Imap ? "imap" : "pop3", server.Endpoint.Port, out _);

    private static ClientSettings Settings(AssessedRun run, MailProtocol? asked)
    {
        var judgement = Judgement.Of(run.Facts, run.Usage);
        return new RunSettings(run.Heading, run.Facts, judgement).With((asked ?? judgement.Recommendation.Protocol)!.Value, new Plan(null, null, null), null)!;
    }

    private static Gen<string?> Username => Sample.OneOf<string?>(null, "%EMAILADDRESS%", "%EMAILLOCALPART%", "%EMAILLOCALPART%@local.domain", Own, $"{Own}@example.com");

    private static Gen<AuthenticationMethod[]> Ways => Gen.OneOf(Gen.Const<AuthenticationMethod[]>([AuthenticationMethod.PasswordCleartext]), Gen.Enum<AuthenticationMethod>().Array[0, 2]);

    private static Gen<SignInResult?> SignIn => Gen.OneOf(
        Gen.Const((SignInResult?)null),
        Sample.OneOf("PLAIN", "XOAUTH2", "SCRAM-SHA-256").Select(x => (SignInResult?)new SignInResult(SignInOutcome.Accepted, x, 60)),
        Gen.Enum<SignInReason>().Select(x => (SignInResult?)new SignInResult(SignInOutcome.Rejected, "PLAIN", 60, "no", x)),
        Sample.OneOf(SignInReason.AuthOauthOnly, SignInReason.AuthLegacyMechanismsOnly, SignInReason.OtherEndpointPreferred).Select(x => (SignInResult?)SignInResult.NotAttempted(x)));

    private static Gen<string[]> Offers => Sample.OneOf<string[]>(["AUTH=PLAIN", "USER", "SASL PLAIN"], ["LOGINDISABLED", "AUTH=XOAUTH2", "SASL XOAUTH2"], ["LOGINDISABLED", "AUTH=GSSAPI", "SASL GSSAPI"], ["LOGINDISABLED", "AUTH=CRAM-MD5", "SASL CRAM-MD5"], ["LOGINDISABLED", "AUTH=SCRAM-SHA-256", "SASL SCRAM-SHA-256"]);

    private static Gen<(EndpointFacts Facts, EndpointCandidate Candidate)> Server(int number) =>
        from protocol in Sample.Compared
        from port in Gen.OneOf(Sample.OneOf(993, 995, 143, 110), Gen.Int[1024, 9999])
        from security in Sample.OneOf(ConnectionSecurity.ImplicitTls, ConnectionSecurity.ImplicitTls, ConnectionSecurity.StartTls, ConnectionSecurity.Cleartext)
        from trusted in Sample.OneOf(true, true, false)
        from works in Sample.OneOf(true, true, true, false)
        from signIn in SignIn
        from offers in Offers
        from username in Username
        from ways in Ways
        let endpoint = Facts.At(protocol, port, security, $"s{number}x.example.com")
        let probe = works ? Facts.Healthy(endpoint) with { Capabilities = new(offers) } : Facts.Failed(endpoint, MailStep.Greeting, FailureKind.TimedOut)
        select (Facts.With(probe, signIn) with { Trusted = trusted }, new EndpointCandidate(endpoint, username, ways, [DiscoverySource.Autoconfig], trusted, number + 1, RankReason.Best));

    private static Gen<OutgoingCandidate> Outgoing =>
        from host in Sample.OneOf("smtp.example.com", "smtp.elsewhere.example")
        from implicitTls in Gen.Bool
        from username in Username
        from ways in Ways
        from trusted in Gen.Bool
        select new OutgoingCandidate(
            new OutgoingClaim(HostName.Parse(host), implicitTls ? 465 : 587, implicitTls ? ConnectionSecurity.ImplicitTls : ConnectionSecurity.StartTls, username, ways), [DiscoverySource.Autoconfig], trusted);

    private static Gen<AssessedRun> Run =>
        from count in Gen.Int[1, 4]
        from servers in Gen.Select(Server(0), Server(1), Server(2), Server(3), (a, b, c, d) => new[] { a, b, c, d }[..count])
        from outgoing in Outgoing.Array[0, 2]
        from usage in AdviceGen.Usage
        from shown in Sample.OneOf<string?>(null, "%EMAILADDRESS%", "%EMAILLOCALPART%", "o***")
        from presumed in Gen.Bool
        from kind in Sample.OneOf<AuthenticationKind?>(null, AuthenticationKind.Password, AuthenticationKind.Oauth2)
        select new AssessedRun(
            new ReportHeading("id", TimeSpan.Zero, new SubjectReport("j***@example.com", "example.com"), shown, presumed || shown is null, kind),
            Facts.Run([.. servers.Select(x => x.Facts)]) with { Discovery = new() { Attempts = [], Candidates = [.. servers.Select(x => x.Candidate)], Outgoing = outgoing } },
            usage);

    private static Gen<(AssessedRun Run, MailProtocol? Asked, SettingsFormat Format)> Wanted =>
        Gen.Select(Run, Sample.OneOf<MailProtocol?>(null, MailProtocol.Imap, MailProtocol.Pop3), Gen.Enum<SettingsFormat>());
}
