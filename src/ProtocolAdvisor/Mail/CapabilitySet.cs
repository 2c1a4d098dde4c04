using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProtocolAdvisor.Mail;

/// <summary>
/// What a server says it can do, raw and in its order: IMAP's capability tokens (RFC 9051 §6.1.1), POP3's CAPA lines (RFC 2449 §5), or
/// SMTP's EHLO lines without the first (RFC 5321 §4.1.1.1); unknown ones and parameters included.
/// </summary>
[JsonConverter(typeof(Converter))]
public sealed class CapabilitySet(IReadOnlyList<string> lines) : IEquatable<CapabilitySet>
{
    /// <summary>The tokens or lines, as sent.</summary>
    public IReadOnlyList<string> Lines { get; } = lines;

    /// <summary>
    /// SASL mechanisms in the server's order: IMAP's <c>AUTH=…</c> tokens, POP3's <c>SASL</c> line, SMTP's <c>AUTH</c> line (RFC 4954 §3) and
    /// the <c>AUTH=</c> line that it had before the standard.
    /// </summary>
    public IReadOnlyList<string> SaslMechanisms =>
    [
        .. Lines.SelectMany(line => line.StartsWith("AUTH=", StringComparison.OrdinalIgnoreCase) ? Words(line[5..])
            : Word(line).ToUpperInvariant() is "SASL" or "AUTH" ? Words(line).Skip(1) : [])
            .Select(x => x.ToUpperInvariant()).Distinct(),
    ];

    /// <summary>Whether a capability of this name is there, whatever its parameters.</summary>
    public bool Has(string name) => Lines.Any(line => Word(line).Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// What follows the capability's name (<c>EXPIRE 60</c> → <c>60</c>), empty when nothing does, null when the capability is missing.
    /// </summary>
    public string? Argument(string name) =>
        Lines.FirstOrDefault(line => Word(line).Equals(name, StringComparison.OrdinalIgnoreCase)) is { } line ? line[Word(line).Length..].Trim() : null;

    /// <inheritdoc/>
    public bool Equals(CapabilitySet? other) => other is not null && Lines.SequenceEqual(other.Lines);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CapabilitySet);

    /// <inheritdoc/>
    public override int GetHashCode() => Lines.Aggregate(17, (hash, line) => HashCode.Combine(hash, line));

    private static string Word(string line) => line.IndexOf(' ') is var end and > 0 ? line[..end] : line;

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private sealed class Converter : JsonConverter<CapabilitySet>
    {
        public override CapabilitySet? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<List<string>>(ref reader, options) is { } lines ? new CapabilitySet(lines) : null;

        public override void Write(Utf8JsonWriter writer, CapabilitySet value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Lines, options);
    }
}
