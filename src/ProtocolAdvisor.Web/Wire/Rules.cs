using FluentValidation;

namespace ProtocolAdvisor.Web.Wire;

/// <summary>How validators speak: a stable code and a sentence, never the value.</summary>
internal static class Rules
{
    /// <summary>What is said when the rule before is broken.</summary>
    public static void Says<T, TMember>(this IRuleBuilderOptions<T, TMember> rule, string code, string sentence) =>
        rule.WithErrorCode(code).WithMessage(sentence);
}
