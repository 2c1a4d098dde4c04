using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Advisor.Models;
using Microsoft.Kiota.Abstractions.Serialization;

namespace ProtocolAdvisor.Clients.Tests.Kiota;

/// <summary>The events of a run as the models that Kiota makes of the contract.</summary>
internal static class RunEvents
{
    /// <summary>Reads them as they come; one of a name that is not known here is passed over.</summary>
    public static async IAsyncEnumerable<IParsable> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var told in SseParser.Create(stream).EnumerateAsync(cancellationToken))
            if (await ReadAsync(told, cancellationToken) is { } data) yield return data;
    }

    private static async Task<IParsable?> ReadAsync(SseItem<string> told, CancellationToken cancellationToken) => told.EventType switch
    {
        "source" => await KiotaJsonSerializer.DeserializeAsync<SourceReport>(told.Data, cancellationToken),
        "discovery" => await KiotaJsonSerializer.DeserializeAsync<DiscoveryReport>(told.Data, cancellationToken),
        "endpoint" => await KiotaJsonSerializer.DeserializeAsync<EndpointReport>(told.Data, cancellationToken),
        "mailbox" => await KiotaJsonSerializer.DeserializeAsync<MailboxReport>(told.Data, cancellationToken),
        "recommendation" => await KiotaJsonSerializer.DeserializeAsync<RecommendationReport>(told.Data, cancellationToken),
        "report" => await KiotaJsonSerializer.DeserializeAsync<AssessmentReport>(told.Data, cancellationToken),
        "problem" => await KiotaJsonSerializer.DeserializeAsync<ApiProblem>(told.Data, cancellationToken),
        _ => null,
    };
}
