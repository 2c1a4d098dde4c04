using System.Globalization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice.Rules;

/// <summary>
/// A fact that a rule rests on, named as in the HTTP contract. It is written only where it is shown: most judgements are what-ifs that nobody reads.
/// </summary>
/// <param name="Protocol">The protocol that it is a fact of; null where the name says all.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value; null when it is unknown: what was not said is no evidence.</param>
internal readonly record struct Evidence(MailProtocol? Protocol, string Name, object? Value)
{
    private static readonly object Yes = true;
    private static readonly object No = false;

    /// <summary>A fact, known or not.</summary>
    public static Evidence Of(string name, object? value) => new(null, name, value);

    /// <summary>An answer, known or not.</summary>
    public static Evidence Of(string name, bool? value) => new(null, name, value switch { true => Yes, false => No, null => null });

    /// <summary>A fact of one protocol.</summary>
    public static Evidence Of(MailProtocol protocol, string name, object? value) => new(protocol, name, value);

    /// <summary>As <c>name=value</c>, spelled as in the contract.</summary>
    public override string ToString() => Protocol is { } protocol ? $"{Written(protocol)}.{Name}={Written(Value)}" : $"{Name}={Written(Value)}";

    /// <summary>A value as the contract spells it.</summary>
    public static string? Written(object? value) => value switch
    {
        bool yes => yes ? "true" : "false",
        Enum member => CamelCase(member.ToString()),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
