using System.Text.Json;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Running;

/// <summary>
/// Probes of an audit at the node to which the mail host belongs, so that each is made once for all nodes. Where that node cannot be asked,
/// or could not do it itself, this node probes: that another one is in trouble says nothing about the server.
/// </summary>
/// <param name="nodes">Asks it.</param>
/// <param name="perHostPerMinute">The audits' pace.</param>
/// <param name="here">This node's own probes.</param>
internal sealed class ProbeElsewhere(AskNode nodes, int? perHostPerMinute, ProbesInFlight here)
{
    // What was learned until then must still arrive.
    private static readonly TimeSpan Way = TimeSpan.FromMilliseconds(200);

    /// <summary>As <see cref="SharedProbe"/>.</summary>
    internal async Task<Probed> ProbeAsync(MailEndpoint endpoint, bool again, DateTimeOffset? since, Deadline deadline)
    {
        var left = deadline.Left > 2 * Way ? deadline.Left - Way : deadline.Left;
        var order = new NodeOrder
        {
            Endpoint = endpoint,
            Again = again,
            PerHostPerMinute = perHostPerMinute,
            Since = since,
            LeftMs = left.TotalMilliseconds,
        };
        if (await AskAsync(order, deadline.Token) is not { Probe: { } probe } reply || ProbeKeep.IsOwnTrouble(probe.Failure))
            return await here.JoinAsync(endpoint, again, deadline, since);
        var kept = new KeptElsewhere(TimeSpan.FromMilliseconds(reply.AgeMs), TimeSpan.FromMilliseconds(reply.LeftMs));
        var later = reply is { HasLater: true, LeftMs: > 0 } ? new SecondLookElsewhere(probe, order, AskAsync) : null;
        return new Probed(probe, null, later) { Kept = kept };
    }

    // Null, too, where its version answers in a way that this one does not know.
    private async Task<NodeReply?> AskAsync(NodeOrder order, CancellationToken token)
    {
        try
        {
            return await nodes(order.Endpoint.Host, order.ToJson(), token) is { } reply ? NodeReply.Parse(reply) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
