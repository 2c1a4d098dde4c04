using System.Net;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Running;

/// <summary>What is looked at behind the probes is on the board before the report is made.</summary>
public sealed class SecondLooksTests
{
    [Fact]
    public async Task How_dialling_went_is_known_when_the_looks_are_over_whoever_else_was_to_tell_it()
    {
        var endpoint = Loopback.Endpoint(MailProtocol.Imap, 143, ConnectionSecurity.StartTls, "many.example.com");
        var probe = new ProbeResult { Endpoint = endpoint, Steps = [] };
        IReadOnlyList<AddressResult> dialled =
        [
            new("192.0.2.1", AddressFamilyName.Ipv4, StepOutcome.Completed, 1, null),
            new("192.0.2.2", AddressFamilyName.Ipv4, StepOutcome.Failed, null, new Failure(MailStep.Connect, FailureKind.ConnectionRefused, null, 1)),
        ];
        var look = new SecondLookHere(probe, new DialResult(null, IPAddress.Parse("192.0.2.1"), null, 1, Task.FromResult(dialled)), Task.CompletedTask, null!, null!, null!);
        using var deadline = new Deadline(TimeSpan.FromSeconds(15), TimeProvider.System, TestContext.Current.CancellationToken);
        var board = new FactBoard(null, TimeProvider.System);
        board.Begin(endpoint);
        board.Learn(EndpointDiscovery.Named([endpoint], null));
        await new SecondLooks(new RunContext(Loopback.Subject([endpoint]), board, deadline, (_, _, _) => Task.FromResult(true), null)).RunAsync([look]);

        Assert.Equal(dialled, Assert.Single(board.Close(deadlineReached: false).Endpoints).Probe.Addresses);
    }
}
