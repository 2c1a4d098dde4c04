using System.Globalization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice.Rules;

/// <summary>Writes facts as <c>name=value</c>, named and spelled as in the HTTP contract.</summary>
internal static class Evidence
{
    /// <summary>The fact, or null when it is unknown: what was not said is no evidence.</summary>
    public static string? Of(string name, object? value) => value switch
    {
        null => null,
        bool yes => $"{name}={(yes ? "true" : "false")}",
        Enum member => $"{name}={CamelCase(member.ToString())}",
        IFormattable number => $"{name}={number.ToString(null, CultureInfo.InvariantCulture)}",
        _ => $"{name}={value}",
    };

    /// <summary>A fact of one protocol.</summary>
    public static string? Of(MailProtocol protocol, string name, object? value) => Of($"{CamelCase(protocol.ToString())}.{name}", value);

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
