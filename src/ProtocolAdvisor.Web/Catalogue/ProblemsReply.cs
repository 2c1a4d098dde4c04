using FluentValidation.Validators;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Catalogue;

/// <summary>The catalogue of refusals.</summary>
/// <param name="Problems">Every code of a problem.</param>
/// <param name="WrongMembers">Every code of a wrong member: what an invalid request's <c>errors</c> name.</param>
internal sealed record ProblemsReply(IReadOnlyList<ProblemKindReport> Problems, IReadOnlyList<WrongMemberKindReport> WrongMembers)
{
    /// <summary>The whole catalogue, in a language.</summary>
    public static ProblemsReply In(Language language)
    {
        var words = ProblemWords.In(language);
        return new([.. ProblemStatuses.All.Select(x => ProblemKindReport.Of(x.Key, x.Value, words))],
            [.. WrongMemberCodes.All.Select(x => WrongMemberKindReport.Of(x, words))]);
    }
}

/// <summary>One problem code.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Status">The HTTP status that it comes with.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Meaning">What it means, and what to do about it.</param>
internal sealed record ProblemKindReport(string Code, int Status, string Title, string Meaning)
{
    /// <summary>The code's entry.</summary>
    public static ProblemKindReport Of(string code, int status, ProblemWords words) =>
        new(code, status, words.Title(status), words.Meaning(code) ?? words.Detail(ProblemSamples.Of(code))!);
}

/// <summary>One code of a wrong member.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Meaning">What is wrong. Where the bounds are not the same everywhere, all of them are told.</param>
internal sealed record WrongMemberKindReport(string Code, string Meaning)
{
    /// <summary>The code's entry.</summary>
    public static WrongMemberKindReport Of(string code, ProblemWords words) =>
        new(code, words.Meaning(code) ?? string.Join(" ", Complaints(code).Select(words.Detail).Distinct()));

    private static IEnumerable<Complaint> Complaints(string code)
    {
        var rules = RuleBook.Rules.Where(x => x.Code == code).ToList();
        if (rules.Count > 0) return rules.Select(x => new Complaint("$", code, x.Words, BoundsOf(x.Bound)));
        return [code == ProblemCode.MalformedJson ? JsonBody.Malformed().Complaints![0] : Complaint.Of("$", code, code)];
    }

    private static Dictionary<string, string> BoundsOf(IPropertyValidator bound) => bound switch
    {
        IBetweenValidator between => new() { ["From"] = MemberPaths.Number(between.From), ["To"] = MemberPaths.Number(between.To) },
        ILengthValidator length => new() { ["MinLength"] = MemberPaths.Number(length.Min), ["MaxLength"] = MemberPaths.Number(length.Max) },
        _ => [],
    };
}
