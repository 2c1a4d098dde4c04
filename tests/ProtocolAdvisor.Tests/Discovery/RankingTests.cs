using CsCheck;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using static ProtocolAdvisor.Tests.Fixtures.Published;

namespace ProtocolAdvisor.Tests.Discovery;

public class RankingTests
{
    [Fact]
    public void Precedence_comes_before_trust_before_security_before_the_sources_own_order()
    {
        var result = Ranked(
            Autoconfig(Imap("b.example.com"), Imaps("a.example.com"), Imaps("c.example.com")),
            Srv("_imaps", 0, Imaps("d.example.com")),
            Catalogue(Imaps("e.example.net")));
        Assert.Equal(
            [("a.example.com", RankReason.Best), ("c.example.com", RankReason.SourceOrder), ("b.example.com", RankReason.Security), ("d.example.com", RankReason.Precedence), ("e.example.net", RankReason.Precedence)],
            result.Candidates.Select(x => (x.Endpoint.Host.Value, x.Reason)));
        Assert.Equal([1, 2, 3, 4, 5], result.Candidates.Select(x => x.Rank));
    }

    [Fact]
    public void An_endpoint_that_several_name_is_one_candidate_with_all_its_sources_and_the_trust_of_the_best()
    {
        var result = Ranked(Srv("_imaps", 0, Imaps(), Imaps("other.example.com")), Catalogue(Imaps(username: "%EMAILLOCALPART%")));
        var first = result.Candidates[0];
        Assert.Equal([DiscoverySource.Srv, DiscoverySource.Catalogue], first.Sources);
        Assert.True(first.Trusted);
        Assert.Equal("%EMAILLOCALPART%", first.Username);
        Assert.Equal((false, RankReason.Trust), (result.Candidates[1].Trusted, result.Candidates[1].Reason));
    }

    [Fact]
    public void What_came_over_http_stands_behind_everything_published_otherwise()
    {
        var result = Ranked(Srv("_imaps", 0, Imaps()), OverHttp(Imaps("evil.example.net")), Guess(Pop3s("pop.example.com")));
        Assert.Equal(["imap.example.com", "evil.example.net", "pop.example.com"], result.Candidates.Select(x => x.Endpoint.Host.Value));
        Assert.False(result.Candidates[1].Trusted);
    }

    [Fact]
    public void Among_the_records_of_one_source_what_could_not_be_forged_stands_before_what_is_better_encrypted_or_comes_first()
    {
        var validated = Srv("_imap", 30, Imap("validated.example.com")) with { Secure = true };
        var result = Ranked(Srv("_imaps", 0, Imaps("forgeable.example.com")), validated);
        Assert.Equal(["validated.example.com", "forgeable.example.com"], result.Candidates.Select(x => x.Endpoint.Host.Value));
        Assert.Equal(RankReason.Trust, result.Candidates[1].Reason);
        Assert.Equal([true, false], result.Candidates.Select(x => x.Trusted));
    }

    [Fact]
    public void Srv_priority_orders_records_of_equal_security()
    {
        var result = Ranked(Srv("_imaps", 20, Imaps("second.example.com")), Srv("_pop3s", 10, Pop3s("first.example.com")));
        Assert.Equal(["first.example.com", "second.example.com"], result.Candidates.Select(x => x.Endpoint.Host.Value));
        Assert.Equal(MailProtocol.Pop3, result.Preferred);
    }

    [Fact]
    public void Equal_srv_priorities_prefer_nothing_and_leave_it_to_the_list()
    {
        Assert.Null(Ranked(Srv("_imaps", 0, Imaps()), Srv("_pop3s", 0, Pop3s())).Preferred);
        Assert.Equal(MailProtocol.Pop3, Ranked(Autoconfig(Pop3s(), Imaps()), Srv("_imaps", 0, Imaps()), Srv("_pop3s", 0, Pop3s())).Preferred);
    }

    [Fact]
    public void Guesses_fill_only_the_gaps_that_published_sources_leave()
    {
        var result = Ranked(Autoconfig(Imaps()), Guess(Imaps("mail.example.com"), Pop3s("mail.example.com")));
        Assert.Equal([("imap.example.com", MailProtocol.Imap), ("mail.example.com", MailProtocol.Pop3)], result.Candidates.Select(x => (x.Endpoint.Host.Value, x.Endpoint.Protocol)));
    }

    [Fact]
    public void A_denied_protocol_is_not_guessed()
    {
        var result = Ranked(Srv("_imaps", 0, Imaps()), Denied("_pop3s", MailProtocol.Pop3), Guess(Pop3s("mail.example.com")));
        Assert.Equal([MailProtocol.Pop3], result.NotOffered);
        Assert.DoesNotContain(result.Candidates, x => x.Endpoint.Protocol == MailProtocol.Pop3);
    }

    [Fact]
    public void A_denial_that_another_published_source_contradicts_does_not_count()
    {
        var result = Ranked(Autoconfig(Pop3s()), Denied("_pop3s", MailProtocol.Pop3));
        Assert.Empty(result.NotOffered);
        Assert.Single(result.Candidates);
    }

    [Fact]
    public void The_same_claims_give_the_same_candidates_whatever_else_failed_beside_them() => Gen.Shuffle(
        new[] { Failed(DiscoverySource.Pacc, FailureKind.TimedOut), Missed(DiscoverySource.Pacc), Autoconfig(Imaps(), Pop3s()), Catalogue(Imaps("x.example.net")) }).Sample(attempts =>
    {
        var inOrder = attempts.OrderBy(x => x.Source).ToArray();
        var candidates = Ranked(inOrder).Candidates;
        Assert.Equal(candidates.Select(x => x.Endpoint), Ranked(Autoconfig(Imaps(), Pop3s()), Catalogue(Imaps("x.example.net"))).Candidates.Select(x => x.Endpoint));
    });

    [Fact]
    public void A_denial_of_one_way_does_not_count_where_the_record_of_the_other_was_lost()
    {
        var result = Ranked(
            Srv("_imaps", 0, Imaps()), Failed(DiscoverySource.Srv, FailureKind.LookupFailed, "_pop3s._tcp.example.com"), Denied("_pop3", MailProtocol.Pop3), Guess(Pop3s("mail.example.com")));
        Assert.Empty(result.NotOffered);
        Assert.Contains(result.Candidates, x => x.Endpoint.Protocol == MailProtocol.Pop3);
    }

    [Fact]
    public void A_host_is_the_owners_only_within_the_registrable_domain()
    {
        var result = Ranked(Autoconfig(Imaps()));
        Assert.True(result.IsOwn(HostName.Parse("imap.example.com")));
        Assert.True(result.IsOwn(HostName.Parse("example.com")));
        Assert.False(result.IsOwn(HostName.Parse("evilexample.com")));
        Assert.False(result.IsOwn(HostName.Parse("example.com.evil.net")));
    }
}
