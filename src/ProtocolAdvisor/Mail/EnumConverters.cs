using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProtocolAdvisor.Mail;

/// <summary>Writes an enumeration as camelCase strings, the form of the HTTP contract, and takes no other.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class CamelCase<T>() : ExactNames<T>(JsonNamingPolicy.CamelCase)
    where T : struct, Enum;

/// <summary>Writes an enumeration of stable codes as kebab-case strings (<c>cert-expired</c>), and takes no other.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class KebabCase<T>() : ExactNames<T>(JsonNamingPolicy.KebabCaseLower)
    where T : struct, Enum;

/// <summary>
/// An enumeration by its exact names. The framework's own converter also takes another case and lists (<c>"imap,pop3"</c>), which it adds
/// up to a value that is none of the enumeration's.
/// </summary>
/// <typeparam name="T">The enumeration.</typeparam>
/// <param name="policy">How a member's name is written where it has no <see cref="JsonStringEnumMemberNameAttribute"/>.</param>
public abstract class ExactNames<T>(JsonNamingPolicy policy) : JsonConverter<T>
    where T : struct, Enum
{
    private readonly (T Value, JsonEncodedText Name)[] _names = [.. Enum.GetValues<T>().Select(x => (x, JsonEncodedText.Encode(NameOf(x, policy))))];

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException();
        foreach (var (value, name) in _names)
        {
            if (reader.ValueTextEquals(name.EncodedUtf8Bytes)) return value;
        }

        throw new JsonException();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Named(value));
    }

    private JsonEncodedText Named(T member)
    {
        foreach (var (value, name) in _names)
        {
            if (EqualityComparer<T>.Default.Equals(value, member)) return name;
        }

        return default;
    }

    private static string NameOf(T value, JsonNamingPolicy policy) =>
        typeof(T).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? policy.ConvertName(value.ToString());
}
