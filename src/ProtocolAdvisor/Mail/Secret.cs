using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProtocolAdvisor.Mail;

/// <summary>A password or token. Neither prints nor serialises; the one way to its text is <see cref="Reveal"/>.</summary>
[DebuggerDisplay("***")]
[JsonConverter(typeof(NeverWritten))]
public sealed class Secret(string text)
{
    private readonly string _text = text;

    /// <summary>The text itself: for the wire, and for scrubbing it out of everything else.</summary>
    public string Reveal() => _text;

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => "***";

    private sealed class NeverWritten : JsonConverter<Secret>
    {
        public override Secret? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { } text ? new Secret(text) : null;

        public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) => writer.WriteStringValue("***");
    }
}
