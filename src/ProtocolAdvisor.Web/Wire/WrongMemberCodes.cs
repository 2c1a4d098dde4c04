using ProtocolAdvisor.Web.Audits.Lists;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Wire;

/// <summary>The stable codes of wrong members: those that every JSON document can earn, and those of the validators.</summary>
internal static class WrongMemberCodes
{
    private static readonly string[] OfAnyRequest =
    [
        ProblemCode.MalformedJson, JsonShape.WrongTypeOfMember, JsonShape.UnknownMember,
        JsonShape.DuplicateMember, JsonShape.RequiredMember, QueryGate.UnknownParameter,
    ];

    /// <summary>Every code.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. OfAnyRequest.Concat(RuleBook.Rules.Select(x => x.Code).Concat(ListErrors.All).Order(StringComparer.Ordinal)).Distinct()];
}
