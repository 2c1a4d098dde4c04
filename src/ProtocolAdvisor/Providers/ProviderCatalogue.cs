using System.Text.Json;
using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Providers;

/// <summary>The providers that the product knows: data that ships with it, read at its first use.</summary>
internal static class ProviderCatalogue
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.Strict,
    };

    private static readonly Lazy<IReadOnlyList<Provider>> Embedded = new(() => Read(EmbeddedFile.Read("providers.json")));

    /// <summary>The list that the product ships.</summary>
    internal static IReadOnlyList<Provider> Official => Embedded.Value;

    /// <summary>Reads a list; its members are those of <see cref="Provider"/>, and an unknown one is an error.</summary>
    /// <exception cref="JsonException">It cannot be read.</exception>
    internal static IReadOnlyList<Provider> Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<ProviderFile>(json, Strict)?.Providers ?? throw new JsonException("No list of providers.");

    private sealed record ProviderFile
    {
        public required IReadOnlyList<Provider> Providers { get; init; }
    }
}
