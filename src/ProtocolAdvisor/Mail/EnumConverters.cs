using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProtocolAdvisor.Mail;

/// <summary>Writes an enumeration as camelCase strings, the form of the HTTP contract; refuses numbers.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class CamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;

/// <summary>Writes an enumeration of stable codes as kebab-case strings (<c>cert-expired</c>); refuses numbers.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class KebabCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
