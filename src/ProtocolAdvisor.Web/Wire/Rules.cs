using FluentValidation;

namespace ProtocolAdvisor.Web.Wire;

/// <summary>How validators speak: a stable code, and the key of a sentence in the tables of problems; never the value.</summary>
internal static class Rules
{
    /// <summary>The sentence of <c>InclusiveBetween</c>: it fills in the rule's bounds.</summary>
    public const string NumberBetween = "number-between";

    /// <summary>The sentence of <c>Length</c>: it fills in the rule's bounds.</summary>
    public const string LengthBetween = "length-between";

    /// <summary>What is said when the rule before is broken.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="code">The code.</param>
    /// <param name="words">The sentence's key, where it is not the code.</param>
    public static void Says<T, TMember>(this IRuleBuilderOptions<T, TMember> rule, string code, string? words = null) =>
        rule.WithErrorCode(code).WithMessage(words ?? code);
}
