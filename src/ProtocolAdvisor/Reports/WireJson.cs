using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ProtocolAdvisor.Reports;

/// <summary>How JSON looks on the wire: camelCase, nulls written, times rounded, and strict in what it takes.</summary>
internal static class WireJson
{
    /// <summary>The one set of options that requests, reports, events and problems share.</summary>
    public static JsonSerializerOptions Options { get; } = Made();

    /// <summary>The same for a document that somebody sends: null only where it means something.</summary>
    public static JsonSerializerOptions Received { get; } = new(Options) { RespectNullableAnnotations = true };

    /// <summary>
    /// The same for a document whose unknown members have been reported already. A whole number may come as <c>2.0</c> in it: JSON has one kind of number, and some clients
    /// write all of them so.
    /// </summary>
    public static JsonSerializerOptions IgnoringUnknown { get; } =
        new(Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip, Converters = { new WholeNumber<int>(), new WholeNumber<long>() } };

    /// <summary>Gives these options to the framework's own writers.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = 16;
        // Texts of other languages stay readable; nothing of ours is put into HTML as it is.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new UtcInstant());
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(SentMembers.Shape);
    }

    private static JsonSerializerOptions Made()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        options.MakeReadOnly();
        return options;
    }
}
