using System.Text.Json;
using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Running;

/// <summary>
/// Asks the node to which a mail host belongs: every probe of it for audits is made there, for all nodes. Where that node dies, the host
/// belongs to another one.
/// </summary>
/// <param name="host">The mail host.</param>
/// <param name="order">A <see cref="NodeOrder"/>.</param>
/// <param name="token">Ends the waiting.</param>
/// <returns>A <see cref="NodeReply"/>; null where no node can be asked now.</returns>
internal delegate Task<string?> AskNode(HostName host, string order, CancellationToken token);

/// <summary>What a node asks of the one to which a mail host belongs.</summary>
internal sealed record NodeOrder
{
    /// <summary>The endpoint that is to be probed, unless it has been lately.</summary>
    public required MailEndpoint Endpoint { get; init; }

    /// <summary>Whether this is the second try of an endpoint that turned the first away.</summary>
    public bool Again { get; init; }

    /// <summary>The audit's pace: new connections in a minute; null for the usual one.</summary>
    public int? PerHostPerMinute { get; init; }

    /// <summary>What had been learned before does not count, UTC; null where it does.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Milliseconds that the probe may take, its turn included.</summary>
    public required double LeftMs { get; init; }

    /// <summary>What is to be looked at behind the probe; null for the probe itself.</summary>
    public FurtherLook? Look { get; init; }

    /// <summary>As one line of JSON.</summary>
    internal string ToJson() => JsonSerializer.Serialize(this, NodeJson.Options);

    /// <summary>And back; what a newer version says besides is passed over.</summary>
    /// <exception cref="JsonException">It cannot be read.</exception>
    internal static NodeOrder Parse(string json) =>
        JsonSerializer.Deserialize<NodeOrder>(json, NodeJson.Options) ?? throw new JsonException();
}

/// <summary>What may be looked at behind a probe; see <see cref="SecondLook"/>.</summary>
[JsonConverter(typeof(CamelCase<FurtherLook>))]
internal enum FurtherLook
{
    /// <summary>How dialling each address went; answered when the probe's connection is gone.</summary>
    Dialled,

    /// <summary>Whether old TLS is taken; answered when the question's connection is gone.</summary>
    OldTls,

    /// <summary>What is answered to USER without TLS.</summary>
    UserInClear,

    /// <summary>Every address with what it shows.</summary>
    Addresses,

    /// <summary>The same while nothing else of this node is connected to the host.</summary>
    AddressesAlone,
}

/// <summary>How nodes write to each other.</summary>
internal static class NodeJson
{
    /// <summary>Short: what is not known is left out.</summary>
    internal static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
}
