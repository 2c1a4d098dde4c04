using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Wire;

/// <summary>A document without its members of the wrong type: the rules judge the rest, so that one answer names everything that is wrong.</summary>
/// <typeparam name="T">What the document was to be.</typeparam>
internal sealed class JsonRemainder<T>
    where T : class
{
    private readonly JsonNode _document;

    private JsonRemainder(JsonNode document, T value) => (_document, Value) = (document, value);

    /// <summary>The rest.</summary>
    public T Value { get; }

    /// <summary>What is left of a document; null where nothing is, or where it would not be read as it was meant.</summary>
    public static JsonRemainder<T>? Of(JsonElement document, IReadOnlyList<Complaint> errors)
    {
        var wrong = errors.Where(x => x.Code != JsonShape.UnknownMember).ToList();
        if (wrong.Any(x => x.Code != JsonShape.WrongTypeOfMember || x.Path == "$" || x.Path.EndsWith(']'))) return null;
        try
        {
            // Nodes read their element when they are asked; this one is asked when the document is gone.
            var rest = JsonObject.Create(document.Clone())!;
            foreach (var path in wrong.Select(x => x.Path)) LeaveOut(rest, path);
            return rest.Deserialize<T>(WireJson.IgnoringUnknown) is { } value ? new(rest, value) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether the rest has this member. What it lacks nobody may complain about: it may be what was left out.</summary>
    public bool Holds(string path) => At(_document, path) is not null;

    private static void LeaveOut(JsonNode document, string path)
    {
        var end = path.LastIndexOf('.');
        At(document, path[..end])!.AsObject().Remove(path[(end + 1)..]);
    }

    // $.server.endpoints[0].port
    private static JsonNode? At(JsonNode document, string path) => path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries).Skip(1)
        .Aggregate((JsonNode?)document, (node, part) => node switch
        {
            JsonObject members => members[part],
            JsonArray items => items[int.Parse(part, CultureInfo.InvariantCulture)],
            _ => null,
        });
}
