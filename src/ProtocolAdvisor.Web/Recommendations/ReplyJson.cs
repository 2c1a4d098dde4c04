using System.Text.Json;
using System.Text.Json.Serialization;
using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Web.Recommendations;

/// <summary>
/// Writes the reply of the cheapest endpoint by code that the compiler generates: sentences and whole numbers need no converters, and most of the reply is these. What comes out is the
/// same to the byte as by the options that all answers share.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RecommendationReport))]
[JsonSerializable(typeof(ProfileReport))]
[JsonSerializable(typeof(IReadOnlyList<TaskReport>))]
internal sealed partial class ReplyJson : JsonSerializerContext
{
    /// <summary>Writes it.</summary>
    public static void Write(Utf8JsonWriter writer, RecommendationReply reply)
    {
        writer.WriteStartObject();
        writer.WriteNumber("adviceVersion"u8, reply.AdviceVersion);
        writer.WritePropertyName("recommendation"u8);
        JsonSerializer.Serialize(writer, reply.Recommendation, Default.RecommendationReport);
        writer.WritePropertyName("forecast"u8);
        if (reply.Forecast is { } forecast) Write(writer, forecast);
        else writer.WriteNullValue();
        writer.WriteEndObject();
    }

    // The line's figures are rounded as they are written, which generated code does not do.
    private static void Write(Utf8JsonWriter writer, ForecastReport forecast)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("link"u8);
        JsonSerializer.Serialize(writer, forecast.Link, WireJson.Options);
        writer.WritePropertyName("profile"u8);
        JsonSerializer.Serialize(writer, forecast.Profile, Default.ProfileReport);
        writer.WritePropertyName("tasks"u8);
        JsonSerializer.Serialize(writer, forecast.Tasks, Default.IReadOnlyListTaskReport);
        writer.WriteEndObject();
    }
}
