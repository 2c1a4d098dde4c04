using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Measurement;

/// <summary>Samples are fetched twice and are real mail: what they may cost is kept to, and is enough for what they need.</summary>
public sealed class SampleAllowanceTests : IDisposable
{
    private readonly TestCertificates _authority = new();
    private readonly TestCertificate _certificate;

    public SampleAllowanceTests() => _certificate = _authority.Good("127.0.0.1");

    [Fact]
    public async Task Both_rounds_of_samples_together_keep_to_the_bytes_allowed()
    {
        var mailbox = await MeasureAsync([ScriptedFolder.Of("INBOX", 10, 1000)], 10_000);
        Assert.InRange(mailbox.Fetch!.Bytes, 1, 5_000);
    }

    [Fact]
    public async Task A_message_over_four_MiB_is_no_sample_whatever_is_allowed()
    {
        var large = new ScriptedFolder("INBOX", [.. ScriptedFolder.Of("INBOX", 2).Messages, ScriptedMessage.OfSize((4 << 20) + 1000, DateTimeOffset.UtcNow)]);
        Assert.Equal(2, (await MeasureAsync([large], 100 << 20)).Fetch!.Samples);
    }

    [Fact]
    public async Task Samples_come_on_top_of_what_a_conversation_may_bring()
    {
        var mailbox = await MeasureAsync([ScriptedFolder.Of("INBOX", 6, 3_500_000)], 50 << 20);
        Assert.Equal(6, mailbox.Fetch!.Samples);
        Assert.True(mailbox.Fetch.Batched);
    }

    [Theory]
    [InlineData(120, true)]
    [InlineData(121, false)]
    public void A_mailbox_that_lasts_for_over_ten_years_has_no_last_day(int months, bool told) =>
        Assert.Equal(told, Growth.FullAt(new Quota(0, months * 1000L), 1000, Known.AsOf) is not null);

    private async Task<ImapMailbox> MeasureAsync(IReadOnlyList<ScriptedFolder> folders, long allowed)
    {
        await using var server = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate, Folders = folders });
        using var assessor = Loopback.Assessor(_authority.Root);
        var subject = Loopback.Subject([Loopback.Endpoint(MailProtocol.Imap, server.Port, ConnectionSecurity.ImplicitTls)], Loopback.Credentials, deadlineSeconds: 30);
        var facts = await assessor.AssessAsync(subject with { Limits = subject.Limits with { MaxSampleBytes = allowed } }, null, TestContext.Current.CancellationToken);
        return facts.Imap!;
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }
}
