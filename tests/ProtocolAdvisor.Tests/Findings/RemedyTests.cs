using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Findings;

/// <summary>A remedy that was tried in this run is none, and nobody is told to check what he did not type.</summary>
public class RemedyTests
{
    private static readonly DiscoveryResult ByFile = Published.Ranked(Published.Autoconfig(Published.Imaps("mail.example.com"), Published.Imap("mail.example.com")));

    [Theory]
    [InlineData(true, RemedyVariant.AddressWasTried)]
    [InlineData(null, RemedyVariant.AddressWasTried)]
    [InlineData(false, RemedyVariant.Usual)]
    public void The_whole_address_is_proposed_only_to_whoever_used_another_name(bool? wasAddress, RemedyVariant remedy) => Assert.Equal(
        remedy, Of(FindingCode.AuthBadCredentials, Run(With(Healthy(Imaps), new(SignInOutcome.Rejected, "PLAIN", 50, "NO", SignInReason.AuthBadCredentials) { NameWasAddress = wasAddress }))));

    [Fact]
    public void A_port_that_nobody_typed_is_not_to_be_checked()
    {
        var refused = Run(Failed(Imaps, MailStep.Connect, FailureKind.ConnectionRefused));
        Assert.Equal(RemedyVariant.Usual, Of(FindingCode.TcpRefused, refused));
        Assert.Equal(RemedyVariant.PlaceWasFound, Of(FindingCode.TcpRefused, refused with { Discovery = ByFile }));
        var host = Run([.. MailEndpoint.StandardOf(Imaps.Host).Select(x => Failed(x, MailStep.Connect, FailureKind.ConnectionRefused))]);
        Assert.Equal(RemedyVariant.PortWasUsual, Of(FindingCode.TcpRefused, host));
    }

    [Fact]
    public void The_port_for_TLS_is_proposed_as_it_was_found()
    {
        var refused = Failed(Imap, MailStep.StartTls, FailureKind.StartTlsRefused, "a1 NO");
        Assert.Equal(RemedyVariant.Usual, Of(FindingCode.StarttlsRefused, Run(refused)));
        Assert.Equal(RemedyVariant.TlsPortWorks, Of(FindingCode.StarttlsRefused, Run(refused, Healthy(Imaps))));
        Assert.Equal(RemedyVariant.TlsPortFails, Of(FindingCode.StarttlsRefused, Run(refused, Failed(Imaps, MailStep.Connect, FailureKind.ConnectionRefused))));
        Assert.Equal(RemedyVariant.Usual, Of(FindingCode.StarttlsRefused, Run(refused, Failed(Imaps, MailStep.Connect, FailureKind.TargetBusy))));
    }

    [Theory]
    [InlineData("PLAIN", RemedyVariant.PasswordWasTried)]
    [InlineData("XOAUTH2", RemedyVariant.TokenWasTried)]
    public void What_was_tried_to_sign_in_with_is_not_proposed_again(string mechanism, RemedyVariant remedy) => Assert.Equal(
        remedy, Of(FindingCode.AuthMechanismRejected, Run(With(Healthy(Imaps), new(SignInOutcome.Rejected, mechanism, 50, "NO", SignInReason.AuthMechanismRejected)))));

    [Fact]
    public void A_dead_server_that_a_settings_file_names_first_is_no_blemish()
    {
        var run = Run(Failed(Imaps, MailStep.TlsHandshake, FailureKind.TlsFailed), Healthy(Imap));
        Assert.Equal(Severity.Low, Assert.Single(Diagnosis.Of(run, null)).Severity);
        Assert.Equal(Severity.Medium, Assert.Single(Diagnosis.Of(run with { Discovery = ByFile }, null)).Severity);
    }

    [Fact]
    public void What_ends_every_way_blocks_whatever_it_is_called()
    {
        var run = Run(Failed(Imaps, MailStep.Capability, FailureKind.ResponseTooLarge));
        Assert.Equal(Severity.Blocking, Assert.Single(Diagnosis.Of(run, null)).Severity);
        Assert.Equal(Severity.Medium, Assert.Single(Diagnosis.Of(Run(Failed(Imaps, MailStep.Capability, FailureKind.ResponseTooLarge), Healthy(Imap)), null)).Severity);
    }

    // The other protocol works here, and is not what is advised: "use IMAP" beside "use POP3" would be two answers.
    [Fact]
    public void No_remedy_leads_away_from_the_protocol_that_is_advised()
    {
        var run = Run(With(Healthy(Imaps), new(SignInOutcome.Accepted)), With(Healthy(Pop3s), new(SignInOutcome.Accepted))) with
        {
            Imap = Known.Imap with { Messages = 1010, Folders = 2, FilledFolders = 2, SortedMessages = 0 },
            Pop3 = Known.Pop3 with { Uidl = false },
        };
        foreach (var (usage, advised, remedy) in new[]
        {
            (Known.OnePlace with { Priority = Priority.Speed }, MailProtocol.Pop3, RemedyVariant.OtherProtocolFails),
            (new Usage { Devices = 2 }, MailProtocol.Imap, RemedyVariant.Usual),
        })
        {
            var advice = Advisor.Advise(usage, KnownFacts.From(run));
            Assert.Equal(advised, advice.Protocol);
            var told = Diagnosis.Of(run, advice).Where(x => x.Code is FindingCode.Pop3NoUidl or FindingCode.MailOutsideInbox).ToList();
            Assert.Equal([remedy, remedy], told.Select(x => x.Remedy));
            if (advised == MailProtocol.Pop3)
                Assert.All(Language.All.SelectMany(x => told.Select(y => FindingReport.From(y, x).Remedy)), x => Assert.DoesNotContain("IMAP", x, StringComparison.Ordinal));
        }
    }

    private static RemedyVariant Of(FindingCode code, AssessmentFacts facts) => Diagnosis.Of(facts, null).First(x => x.Code == code).Remedy;
}
