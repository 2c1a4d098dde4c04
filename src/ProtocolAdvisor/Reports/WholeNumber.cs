using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProtocolAdvisor.Reports;

/// <summary>Reads a whole number however it is written: <c>2</c>, <c>2.0</c> and <c>2e0</c> are the same to JSON Schema.</summary>
/// <typeparam name="T">Its type.</typeparam>
internal sealed class WholeNumber<T> : JsonConverter<T>
    where T : struct, IBinaryInteger<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var written) && T.CreateSaturating(written) is var whole && decimal.CreateChecked(whole) == written
            ? whole : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(long.CreateChecked(value));
}
