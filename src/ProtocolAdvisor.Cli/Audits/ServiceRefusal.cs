using System.Text.Json;

namespace ProtocolAdvisor.Cli.Audits;

/// <summary>What the service said instead of an answer: its own words, which are in the reader's language.</summary>
internal sealed class ServiceRefusalException : Exception
{
    private const int MostShown = 20;

    private ServiceRefusalException(int status, string message) : base(message) => Status = status;

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>Whether the list or an option is wrong, and not the service or the way to it.</summary>
    public bool IsOfTheRequest => Status is 400 or 413 or 415 or 422;

    /// <summary>Reads a refusal (RFC 9457); of anything else, the status is all that is told.</summary>
    public static async Task<ServiceRefusalException> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        try
        {
            using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
            return new(status, string.Join('\n', Lines(body.RootElement)));
        }
        catch (JsonException)
        {
            return new(status, $"HTTP {status}");
        }
    }

    private static IEnumerable<string> Lines(JsonElement problem)
    {
        yield return Text(problem, "detail") ?? Text(problem, "title") ?? "";
        if (!problem.TryGetProperty("errors", out var errors) || errors.ValueKind != JsonValueKind.Array) yield break;
        foreach (var error in errors.EnumerateArray().Take(MostShown)) yield return $"{Text(error, "path")}: {Text(error, "detail")}";
        if (errors.GetArrayLength() > MostShown) yield return "…";
    }

    // A stranger's words do not steer the terminal.
    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        ? string.Concat(value.GetString()!.Where(x => !char.IsControl(x))) : null;
}
