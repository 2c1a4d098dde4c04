using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests;

/// <summary>What on our side kept a run from knowing, and what is the servers' affair.</summary>
public sealed class RunHindranceTests
{
    private static readonly SourceAttempt Named = Published.Srv("_imaps", 0, Published.Imaps());

    public static TheoryData<FailureKind, Hindrance> Kinds => new(Enum.GetValues<FailureKind>().Select(kind => (kind, kind switch
    {
        FailureKind.LookupImpossible => Hindrance.Resolver,
        FailureKind.TargetBusy or FailureKind.LocalFault or FailureKind.Unexpected => Hindrance.OwnLimits,
        FailureKind.DeadlineReached => Hindrance.Deadline,
        _ => Hindrance.None,
    })));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_endpoints_failure_of_each_kind(FailureKind kind, Hindrance hindrance)
    {
        Assert.Equal(hindrance, RunHindrance.Of(Facts.Run(Facts.Healthy(Facts.Imap), Facts.Failed(Facts.Imaps, MailStep.Connect, kind))));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_sources_failure_of_each_kind(FailureKind kind, Hindrance hindrance)
    {
        Assert.Equal(hindrance, Of(Named, Published.Failed(DiscoverySource.Autoconfig, kind)));
        Assert.Equal(hindrance, Of(Published.Missed(DiscoverySource.Srv), Published.Failed(DiscoverySource.Autoconfig, kind)));
        Assert.Equal(Hindrance.None, Of(Named, Published.Failed(DiscoverySource.Jmap, kind)));
    }

    [Fact]
    public void Silence_of_name_servers_is_theirs_and_silence_of_web_servers_is_not_ours()
    {
        Assert.Equal(Hindrance.Resolver, Of(Named, Published.Failed(DiscoverySource.Srv, FailureKind.TimedOut, "_imap._tcp.example.com")));
        Assert.Equal(Hindrance.Resolver, Of(Named, Published.Failed(DiscoverySource.Mx, FailureKind.TimedOut, "example.com")));
        Assert.Equal(Hindrance.None, Of(Named, Published.Failed(DiscoverySource.Mx, FailureKind.TimedOut, "https://autoconfig.provider.example/mail/config-v1.1.xml")));
        Assert.Equal(Hindrance.None, Of(Named, Published.Failed(DiscoverySource.Srv, FailureKind.TimedOut, "_jmap._tcp.example.com")));
        Assert.Equal(Hindrance.Resolver, RunHindrance.Of(Facts.Run(Facts.Failed(Facts.Imaps, MailStep.Resolve, FailureKind.TimedOut))));
    }

    [Fact]
    public void What_was_not_waited_for_may_be_what_would_have_counted()
    {
        var late = Published.Failed(DiscoverySource.Autoconfig, FailureKind.TimedOut);
        late = late with { Failure = late.Failure! with { NotAwaited = true } };
        Assert.Equal(Hindrance.Deadline, Of(Named, late));
        Assert.Equal(Hindrance.Deadline, Of(Published.Missed(DiscoverySource.Srv), late));
    }

    [Fact]
    public void The_gravest_counts_and_a_run_that_was_cut_says_so()
    {
        var busy = Facts.Failed(Facts.Imaps, MailStep.Connect, FailureKind.TargetBusy);
        var unknown = Facts.Failed(Facts.Imap, MailStep.Resolve, FailureKind.LookupImpossible);
        var cut = Facts.Failed(Facts.Pop3, MailStep.Connect, FailureKind.DeadlineReached);
        Assert.Equal(Hindrance.Resolver, RunHindrance.Of(Facts.Run(busy, cut, unknown)));
        Assert.Equal(Hindrance.OwnLimits, RunHindrance.Of(Facts.Run(cut, busy)));
        Assert.Equal(Hindrance.Deadline, RunHindrance.Of(Facts.Run(Facts.Healthy(Facts.Imap)) with { Complete = false }));
        Assert.Equal(Hindrance.None, RunHindrance.Of(Facts.Run(Facts.Healthy(Facts.Imap))));
    }

    // It answers until the first source has named a server; what comes after is silence, or a port at which nobody is any more.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_name_server_that_goes_away_in_the_middle_of_a_run_is_no_fault_of_the_servers(bool closes)
    {
        await using var world = await SearchWorld.StartAsync();
        world.Dns.Answer("_imaps._tcp.example.org", DnsAnswer.Of(DnsRecord.Srv(0, 0, (ushort)world.Serve("mail.example.org", x => new ImapScript { ImplicitTls = x }), "mail.example.org")));
        using var assessor = world.Assessor(patience: Patience.Usual);
        var subject = new AssessmentSubject([], null, AssessmentLimits.Default, null, HostName.Parse("example.org")) { Audit = new AuditPoliteness() };
        world.Dns.Otherwise = DnsAnswer.None;
        foreach (var name in (string[])["mail.example.org", "imap.example.org"]) world.Dns.Answer(name, DnsAnswer.None);
        var goes = new Told(news =>
        {
            if (closes && news is AssessmentEvent.SourceAsked { Attempt.Incoming.Count: > 0 }) _ = world.Dns.DisposeAsync().AsTask();
        });

        var facts = await assessor.AssessAsync(subject, goes, TestContext.Current.CancellationToken);
        Assert.NotEmpty(facts.Endpoints);
        Assert.Equal(Hindrance.Resolver, RunHindrance.Of(facts));
        Assert.False(await assessor.CanLookUpAsync());
        if (closes) return;

        world.Dns.Otherwise = DnsAnswer.NonexistentDomain;
        world.Dns.Answer("mail.example.org", "127.0.0.1");
        Assert.True(await assessor.CanLookUpAsync());
        facts = await assessor.AssessAsync(subject, null, TestContext.Current.CancellationToken);
        Assert.Equal(Hindrance.None, RunHindrance.Of(facts));
        Assert.True(facts.Endpoints[0].Probe.Usable);
    }

    private static Hindrance Of(params SourceAttempt[] attempts) =>
        RunHindrance.Of(Facts.Run(Facts.Healthy(Facts.Imaps)) with { Discovery = Published.Ranked(attempts) });

    private sealed class Told(Action<AssessmentEvent> tell) : IProgress<AssessmentEvent>
    {
        public void Report(AssessmentEvent value) => tell(value);
    }
}
