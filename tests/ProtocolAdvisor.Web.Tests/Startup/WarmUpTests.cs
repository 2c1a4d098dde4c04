using Microsoft.Extensions.DependencyInjection;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Warming;
using ProtocolAdvisor.Web.Startup.Warming;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Startup;

public sealed class WarmUpTests(SharedAdvisor shared) : IClassFixture<SharedAdvisor>
{
    [Fact]
    public async Task The_warm_up_probes_signs_in_and_measures_over_both_protocols()
    {
        string? opened = null;
        var report = await shared.Advisor.Services.GetRequiredService<WarmAssessment>().RunAsync(
            id =>
            {
                opened = id;
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken);
        Assert.Equal(report.Id, opened);
        Assert.Equal(404, (await shared.Advisor.SendAsync(HttpMethod.Get, $"/v1/assessments/{opened}")).Status);
        Assert.All(report.Endpoints, x => Assert.True(x.Usable));
        Assert.Equal(3, report.Endpoints.Count(x => x.SignIn.Outcome == SignInOutcome.Accepted));
        Assert.Equal((2, 2), (report.Mailbox!.Imap!.Messages, report.Mailbox.Pop3!.Messages));
        Assert.Equal((2, 2), (report.Mailbox.Imap.Fetch!.Samples, report.Mailbox.Pop3.Fetch!.Samples));
    }

    [Fact]
    public async Task The_warm_up_searches_as_far_as_TLS()
    {
        var found = await shared.Advisor.Services.GetRequiredService<WarmDiscovery>().RunAsync(TestContext.Current.CancellationToken);
        Assert.Contains(found.Attempts, x => x is { Source: DiscoverySource.Catalogue, Failure.Kind: not (FailureKind.CertificateUntrusted or FailureKind.TimedOut or FailureKind.ConnectionRefused) });
        Assert.Contains(found.Attempts, x => x is { Source: DiscoverySource.Srv, Failure.Kind: FailureKind.LookupImpossible });
    }

    [Fact]
    public void The_warm_up_leaves_no_warning()
    {
        Assert.DoesNotContain(shared.Advisor.Log.Lines, x => x.Contains("warm-up's part", StringComparison.Ordinal));
        Assert.Contains(shared.Advisor.Log.Lines, x => x.Contains("Warm and ready", StringComparison.Ordinal));
    }
}
