using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ProtocolAdvisor.Reports;

/// <summary>
/// A number that is rounded as it is written, and read as it stands. A getter that rounds would have to hand every number over in a box:
/// a forecast has dozens of them.
/// </summary>
/// <param name="rounded">Rounds.</param>
internal sealed class RoundedNumber(Func<double, double> rounded) : JsonConverter<double>
{
    /// <summary>Has a member of either kind, a number or one that may be null, written so.</summary>
    public static void Write(JsonPropertyInfo member, Func<double, double> rounded) =>
        member.CustomConverter = member.PropertyType == typeof(double) ? new RoundedNumber(rounded) : new OrNull(rounded);

    /// <inheritdoc/>
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(rounded(value));

    // The serializer writes and reads null itself.
    private sealed class OrNull(Func<double, double> rounded) : JsonConverter<double?>
    {
        public override double? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double? value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(rounded(value.GetValueOrDefault()));
    }
}
