using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Wire;

/// <summary>
/// A document with something in the place of every member of the wrong type, so that the rules can judge the rest and one answer names everything that is wrong. What was put
/// there is not judged; but it is there, so that nobody misses it.
/// </summary>
/// <typeparam name="T">What the document was to be.</typeparam>
internal sealed class JsonRemainder<T>
    where T : class
{
    private static readonly JsonSerializerOptions Options = WireJson.IgnoringUnknown;
    private readonly IReadOnlyCollection<string> _replaced;

    private JsonRemainder(IReadOnlyCollection<string> replaced, T value) => (_replaced, Value) = (replaced, value);

    /// <summary>The document so completed.</summary>
    public T Value { get; }

    /// <summary>What is left of a document; null where nothing is, or where it would not be read as it was meant.</summary>
    public static JsonRemainder<T>? Of(JsonElement document, IReadOnlyList<Complaint> errors)
    {
        try
        {
            var replaced = errors.Where(x => x.Code != JsonShape.UnknownMember).Select(x => x.Path).Distinct().ToDictionary(x => x, TypeAt);
            return !replaced.ContainsKey("$") && Completed(document, "$", replaced).Deserialize<T>(Options) is { } value ? new(replaced.Keys, value) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Whether a complaint is about what was sent: neither about what was put in a place, nor about a whole of which that is a part. A list is more than its items.</summary>
    public bool Concerns(string path) => !_replaced.Any(x => IsWithin(path, x) || (IsWithin(x, path) && x[path.Length] == '.'));

    private static bool IsWithin(string path, string whole) =>
        path.StartsWith(whole, StringComparison.Ordinal) && (path.Length == whole.Length || path[whole.Length] is '.' or '[');

    private static JsonNode? Completed(JsonElement element, string path, IReadOnlyDictionary<string, JsonTypeInfo> replaced)
    {
        if (replaced.TryGetValue(path, out var type)) return Placeholder(type);
        return element.ValueKind switch
        {
            JsonValueKind.Object => Members(element, path, replaced),
            JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select((x, index) => Completed(x, $"{path}[{index}]", replaced))]),
            _ => JsonValue.Create(element),
        };
    }

    private static JsonObject Members(JsonElement element, string path, IReadOnlyDictionary<string, JsonTypeInfo> replaced)
    {
        var members = new JsonObject();
        foreach (var member in element.EnumerateObject()) members[member.Name] = Completed(member.Value, $"{path}.{member.Name}", replaced);
        foreach (var (missing, type) in replaced.Where(x => ParentOf(x.Key) == path)) members[missing[(path.Length + 1)..]] = Placeholder(type);
        return members;
    }

    private static string? ParentOf(string path) => path.EndsWith(']') || path.LastIndexOf('.') is not (> 0 and var end) ? null : path[..end];

    // $.server.endpoints[0].port
    private static JsonTypeInfo TypeAt(string path) => path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries).Skip(1).Aggregate(
        Options.GetTypeInfo(typeof(T)),
        (type, part) => Options.GetTypeInfo(type.Kind == JsonTypeInfoKind.Enumerable ? type.ElementType! : type.Properties.First(x => x.Name == part).PropertyType));

    private static JsonNode? Placeholder(JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object => new JsonObject(type.Properties.Where(x => x.IsRequired).Select(x => KeyValuePair.Create(x.Name, Placeholder(Options.GetTypeInfo(x.PropertyType))))),
        JsonTypeInfoKind.Enumerable => new JsonArray(Placeholder(Options.GetTypeInfo(type.ElementType!))),
        _ => (Nullable.GetUnderlyingType(type.Type) ?? type.Type) switch
        {
            { IsEnum: true } values => JsonSerializer.SerializeToNode(Enum.GetValues(values).GetValue(0), values, Options),
            { IsValueType: true } plain => JsonSerializer.SerializeToNode(Activator.CreateInstance(plain), plain, Options),
            _ => JsonValue.Create(string.Empty),
        },
    };
}
