using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProtocolAdvisor.Mail;

/// <summary>What we have to remark on something that came from outside, as data: a code with values. It is kept with a run's facts and said in the language of whoever reads it.</summary>
/// <param name="Code">What is remarked; the comment of each member names its values.</param>
/// <param name="Values">The values as templates take them: invariant text, and words of the document, fit to be shown.</param>
[JsonConverter(typeof(RemarkJson))]
public sealed record Remark(RemarkCode Code, IReadOnlyList<KeyValuePair<string, string>> Values)
{
    /// <summary>A remark with values; numbers are written in the invariant culture.</summary>
    /// <param name="code">What is remarked.</param>
    /// <param name="values">Its values.</param>
    public Remark(RemarkCode code, params (string Name, IConvertible Value)[] values)
        : this(code, [.. values.Select(x => KeyValuePair.Create(x.Name, x.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)))])
    {
    }

    /// <summary>Where in a document or at which host, as it is written there; null where the remark is on the whole.</summary>
    public string? Place { get; init; }

    /// <summary>What is wrong with a certificate, where the remark is on one.</summary>
    public IReadOnlyList<CertificateStatus> Faults { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(Remark? other) =>
        other is not null && (Code, Place) == (other.Code, other.Place) && Values.SequenceEqual(other.Values) && Faults.SequenceEqual(other.Faults);

    /// <inheritdoc/>
    public override int GetHashCode() => Values.Aggregate(HashCode.Combine(Code, Place, Faults.Count), HashCode.Combine);
}

/// <summary>Remarks in JSON. Runs of earlier versions hold English sentences in their place; those are kept as they were written.</summary>
internal sealed class RemarkJson : JsonConverter<Remark>
{
    private sealed record Stored(RemarkCode Code, string? Place, Dictionary<string, string>? Values, List<CertificateStatus>? Faults);

    public override Remark? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new Remark(RemarkCode.AsWritten, ("text", reader.GetString()!));
        return JsonSerializer.Deserialize<Stored>(ref reader, options) is { } stored
            ? new Remark(stored.Code, [.. stored.Values ?? []]) { Place = stored.Place, Faults = stored.Faults ?? [] } : null;
    }

    public override void Write(Utf8JsonWriter writer, Remark value, JsonSerializerOptions options) => JsonSerializer.Serialize(
        writer, new Stored(value.Code, value.Place, value.Values.ToDictionary(), value.Faults.Count > 0 ? [.. value.Faults] : null), options);
}
