using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProtocolAdvisor.Mail;

/// <summary>JSON form of a value that is one string and cannot be wrong: parsed on the way in, its text on the way out.</summary>
/// <typeparam name="T">The value's type.</typeparam>
internal sealed class ParsedStringConverter<T> : JsonConverter<T>
    where T : class, IParsable<T>
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(reader.GetString(), null, out var value) ? value : throw new JsonException($"Not a valid {typeof(T).Name}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
