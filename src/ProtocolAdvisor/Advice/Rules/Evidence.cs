using System.Globalization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice.Rules;

/// <summary>Writes a fact that a rule rests on as <c>name=value</c>, named and spelled as in the HTTP contract.</summary>
internal static class Evidence
{
    /// <summary>A fact; null when it is unknown: what was not said is no evidence.</summary>
    public static string? Of(string name, object? value) => value is null ? null : $"{name}={Written(value)}";

    /// <summary>A fact of one protocol.</summary>
    public static string? Of(MailProtocol protocol, string name, object? value) => Of($"{Written(protocol)}.{name}", value);

    /// <summary>A value as the contract spells it.</summary>
    public static string? Written(object? value) => value switch
    {
        bool yes => yes ? "true" : "false",
        Enum member => WireName.Of(member),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };
}
