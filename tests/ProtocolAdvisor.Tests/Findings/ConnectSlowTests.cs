using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Tests.Fixtures;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Findings;

public class ConnectSlowTests
{
    [Fact]
    public void What_a_cold_process_takes_to_notice_its_connection_is_not_the_line() => Assert.Null(Found(Connected(Imaps, 440, 40.1)));

    [Fact]
    public void A_long_way_is_told_by_the_kernels_round_trip() =>
        Assert.Equal("mail.example.com: 340 ms there and back", Found(Connected(Imaps, 341, 340))?.Shown());

    [Fact]
    public void The_nearest_connection_to_a_host_counts() => Assert.Null(Found(Connected(Imaps, 341, 340), Connected(Pop3s, 900, 45)));

    [Fact]
    public void A_host_that_was_never_reached_is_not_called_far() => Assert.Null(Found(Failed(Imaps, MailStep.Connect, FailureKind.TimedOut)));

    private static Finding? Found(params ProbeResult[] probes) => Diagnosis.Of(Run(probes), null).SingleOrDefault(x => x.Code == FindingCode.ConnectSlow);

    private static ProbeResult Connected(MailEndpoint endpoint, double connectMs, double roundTripMs) => Healthy(endpoint) with
    {
        Addresses = [Address("192.0.2.1") with { ConnectMs = connectMs }],
        RoundTripMs = roundTripMs,
    };
}
