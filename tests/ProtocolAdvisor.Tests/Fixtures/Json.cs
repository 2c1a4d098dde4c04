using System.Text.Json;

namespace ProtocolAdvisor.Tests.Fixtures;

/// <summary>JSON as the HTTP contract writes it.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Web);

    public static T Parse<T>(string json) => JsonSerializer.Deserialize<T>(json, Web)!;
}
