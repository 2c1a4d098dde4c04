using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProtocolAdvisor.Reports;

/// <summary>Instants on the wire: RFC 3339 in UTC, with <c>Z</c> and milliseconds.</summary>
internal sealed class UtcInstant : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture));
}
