using System.Text.Json;
using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>One event of a stream.</summary>
/// <param name="Data">What it tells: of one of the types of <see cref="StreamEvents"/>.</param>
internal sealed record ServerSentEvent(object Data) : StreamPart
{
    /// <inheritdoc/>
    /// <remarks>JSON without indentation has no line breaks, so one data line is enough.</remarks>
    public override async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        await response.WriteAsync($"event: {StreamEvents.Of(Data).Name}\ndata: ", cancellationToken);
        await response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(Data, Data.GetType(), WireJson.Options), cancellationToken);
        await response.WriteAsync("\n\n", cancellationToken);
    }
}
