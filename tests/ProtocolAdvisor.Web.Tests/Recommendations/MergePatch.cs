using System.Text.Json.Nodes;

namespace ProtocolAdvisor.Web.Tests.Recommendations;

/// <summary>JSON merge patch (RFC 7396), as clients lay what is told under <c>changesIf</c> over what they have sent.</summary>
internal static class MergePatch
{
    /// <summary>The target with the patch laid over it.</summary>
    public static JsonNode? Merged(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject members) return patch?.DeepClone();
        var merged = target as JsonObject ?? [];
        foreach (var (name, value) in members)
        {
            var old = merged[name];
            merged.Remove(name);
            if (value is not null) merged[name] = Merged(old, value);
        }

        return merged;
    }
}
