using System.Linq.Expressions;
using FluentValidation;
using FluentValidation.Validators;

namespace ProtocolAdvisor.Web.Wire;

/// <summary>One rule of a validator.</summary>
/// <param name="Owner">The type that has the member.</param>
/// <param name="Member">The member's C# name; empty for a rule about the whole.</param>
/// <param name="Code">The stable code of its complaint.</param>
/// <param name="Words">The key of its sentence.</param>
/// <param name="Bound">What is asked of the member.</param>
/// <param name="Always">Whether it holds whatever the rest of the request says.</param>
internal sealed record MemberRule(Type Owner, string Member, string Code, string Words, IPropertyValidator Bound, bool Always);

/// <summary>The rules of all validators, read from them: what is documented of a request is what is asked of it.</summary>
internal static class RuleBook
{
    private static readonly Lazy<IReadOnlyList<MemberRule>> Read = new(() => [.. Validators().SelectMany(x => x.SelectMany(Of))]);

    /// <summary>Every rule; those that only lead on to another validator are none.</summary>
    public static IReadOnlyList<MemberRule> Rules => Read.Value;

    private static IEnumerable<MemberRule> Of(IValidationRule rule) =>
        from component in rule.Components
        where component.Validator is not IChildValidatorAdaptor
        let member = MemberOf(rule.Expression)
        select new MemberRule(
            member?.DeclaringType ?? rule.TypeToValidate, member?.Name ?? "", component.ErrorCode,
            component.GetUnformattedErrorMessage(), component.Validator,
            !rule.HasCondition && !rule.HasAsyncCondition && !component.HasCondition);

    // x => x.Devices, and x => x.Link!.DownMbit, which is a member of the link.
    private static System.Reflection.MemberInfo? MemberOf(LambdaExpression? expression) =>
        expression?.Body is var body && (body is UnaryExpression { Operand: var inner } ? inner : body) is MemberExpression member ? member.Member : null;

    private static IEnumerable<IEnumerable<IValidationRule>> Validators() =>
        from type in typeof(RuleBook).Assembly.GetTypes()
        where type is { IsAbstract: false, ContainsGenericParameters: false } && typeof(IEnumerable<IValidationRule>).IsAssignableFrom(type)
        select (IEnumerable<IValidationRule>)Activator.CreateInstance(type)!;
}
