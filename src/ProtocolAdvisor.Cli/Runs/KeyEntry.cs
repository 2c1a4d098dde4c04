using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProtocolAdvisor.Cli.Runs;

/// <summary>One entry of the service's <c>Access:Keys</c>.</summary>
/// <param name="Name">What the key is called in logs; no two keys have the same.</param>
/// <param name="Sha256">SHA-256 of the key's UTF-8 text, in hexadecimal digits.</param>
/// <param name="Scopes">What it opens.</param>
/// <param name="PerMinute">Requests that it may make in a minute; null for no limit.</param>
internal sealed record KeyEntry(string Name, string Sha256, IReadOnlyList<string> Scopes, long? PerMinute)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>For <c>appsettings.json</c>, indented.</summary>
    public string ForFile()
    {
        var file = new JsonObject { ["Access"] = new JsonObject { ["Keys"] = new JsonArray(Entry()) } };
        return "  " + file.ToJsonString(Indented).Replace("\n", "\n  ", StringComparison.Ordinal);
    }

    /// <summary>For the environment: the first key's lines, with their number 0.</summary>
    public string ForEnvironment() => string.Join('\n', Lines().Select(x => $"  Access__Keys__0__{x.Key}={x.Value}"));

    /// <summary>For scripts: the key itself, and its entry.</summary>
    public string AsJson(string key) => new JsonObject { ["key"] = key, ["entry"] = Entry() }.ToJsonString(Indented) + "\n";

    private JsonObject Entry()
    {
        var scopes = new JsonArray([.. Scopes.Select(x => (JsonNode)x)]);
        var entry = new JsonObject { [nameof(Name)] = Name, [nameof(Sha256)] = Sha256, [nameof(Scopes)] = scopes };
        if (PerMinute is { } limit) entry[nameof(PerMinute)] = limit;
        return entry;
    }

    private IEnumerable<(string Key, string Value)> Lines() =>
    [
        ("Name", Name), ("Sha256", Sha256), .. Scopes.Select((scope, at) => ($"Scopes__{at}", scope)),
        .. PerMinute is { } limit ? [("PerMinute", limit.ToString(CultureInfo.InvariantCulture))] : Array.Empty<(string, string)>(),
    ];
}
