using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using static ProtocolAdvisor.Tests.Fixtures.Published;

namespace ProtocolAdvisor.Tests.Discovery;

/// <summary>Whom a password may follow: what could be forged never gains by being forged.</summary>
public class RankingTrustTests
{
    [Fact]
    public void Of_one_sources_servers_the_one_that_nobody_could_forge_comes_first_however_it_is_encrypted()
    {
        var result = Ranked(Srv("_imaps", 0, Imaps("forgeable.example.com")), Srv("_imap", 10, Imap("signed.example.com")) with { Secure = true });
        Assert.Equal(
            [("signed.example.com", true, RankReason.Best), ("forgeable.example.com", false, RankReason.Trust)],
            result.Candidates.Select(x => (x.Endpoint.Host.Value, x.Trusted, x.Reason)));
    }

    [Fact]
    public void Two_sources_that_can_both_be_forged_confirm_nothing() =>
        Assert.False(Assert.Single(Ranked(Srv("_imaps", 0, Imaps()), OverHttp(Imaps())).Candidates).Trusted);

    [Fact]
    public void Another_port_of_a_trusted_host_is_not_trusted_for_it()
    {
        var result = Ranked(Autoconfig(Imaps()), Srv("_imaps", 0, Imaps(port: 9993)));
        Assert.Equal([true, false], result.Candidates.Select(x => x.Trusted));
    }

    [Fact]
    public void The_first_source_that_says_a_user_name_is_believed_and_its_way_of_signing_in_with_it()
    {
        var silent = Srv("_imaps", 0, Imaps());
        var telling = Catalogue(Imaps(username: "%EMAILLOCALPART%") with { Authentication = [AuthenticationMethod.OAuth2] });
        var late = Guess(Imaps(username: "%EMAILADDRESS%"));
        var candidate = Ranked(silent, telling, late).Candidates[0];
        Assert.Equal(("%EMAILLOCALPART%", AuthenticationMethod.OAuth2), (candidate.Username, candidate.Authentication.Single()));
    }

    [Fact]
    public void Outgoing_servers_are_one_for_each_place_with_all_who_name_it()
    {
        var smtp = new OutgoingClaim(HostName.Parse("smtp.example.com"), 465, ConnectionSecurity.ImplicitTls, null, []);
        var result = Ranked(
            Srv("_submissions", 0) with { Outgoing = [smtp, smtp with { Port = 587, Security = ConnectionSecurity.StartTls }] },
            Catalogue() with { Outgoing = [smtp with { Username = "%EMAILADDRESS%" }] });
        Assert.Equal([(465, true, "%EMAILADDRESS%"), (587, false, null)], result.Outgoing.Select(x => (x.Server.Port, x.Trusted, x.Server.Username)));
        Assert.Equal([DiscoverySource.Srv, DiscoverySource.Catalogue], result.Outgoing[0].Sources);
    }

    [Fact]
    public void An_operator_who_lists_one_protocol_only_prefers_none()
    {
        Assert.Null(Ranking.PreferredBySrv([Srv("_imaps", 0, Imaps())]));
        Assert.Equal(MailProtocol.Imap, Ranking.PreferredBySrv([Srv("_imaps", 5, Imaps()), Srv("_imap", 20, Imap()), Srv("_pop3s", 10, Pop3s())]));
        Assert.Null(Ranking.PreferredBySrv([Srv("_imaps", 5), Srv("_pop3s", 10, Pop3s())]));
    }

    [Fact]
    public void Guesses_do_not_compete_with_a_file_and_do_not_lift_a_denial()
    {
        var result = Ranked(OverHttp(Pop3s()), Denied("_imaps", MailProtocol.Imap), Guess(Imaps("imap.example.com"), Pop3s("mail.example.com")));
        Assert.Equal(["pop.example.com"], result.Candidates.Select(x => x.Endpoint.Host.Value));
        Assert.Equal([MailProtocol.Imap], result.NotOffered);
    }
}
