using System.Globalization;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Web.Audits.Tables;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Audits.Telling;

/// <summary>Which of an audit's subjects are asked for, as it stands in the query.</summary>
/// <param name="State">Their state.</param>
/// <param name="Finding">A finding of theirs.</param>
/// <param name="Host">Their mail host.</param>
/// <param name="Domain">A part of their name.</param>
/// <param name="Limit">How many.</param>
/// <param name="Cursor">Where to go on.</param>
internal sealed record ResultQuery(string? State, string? Finding, string? Host, string? Domain, string? Limit, string? Cursor)
{
    /// <summary>How many a page has where nothing is said.</summary>
    public const int UsualLimit = 100;

    /// <summary>How many it has at most.</summary>
    public const int MostLimit = 500;

    private const int LongestName = 255;

    /// <summary>The wish, and how many were asked for; or every parameter that is wrong.</summary>
    public (ResultWish? Wish, int? Limit, Problem? Problem) Read()
    {
        List<Complaint> wrong = [];
        var state = Named<AuditedState>("?state", State, wrong);
        var finding = Named<FindingCode>("?finding", Finding, wrong);
        var (limit, after) = ((int?)null, 0);
        if (Limit is not null && (limit = Number(Limit)) is not (>= 1 and <= MostLimit))
            wrong.Add(Complaint.Of("?limit", "limit-out-of-range", Rules.NumberBetween, ("From", "1"), ("To", $"{MostLimit}")));
        if (Cursor is not null && (after = Number(Cursor) ?? 0) < 1) wrong.Add(Complaint.Of("?cursor", "cursor-invalid", "cursor-invalid"));
        foreach (var (path, text) in new[] { ("?domain", Domain), ("?host", Host) })
            if (text?.Length > LongestName) wrong.Add(Complaint.Of(path, "domain-invalid", "domain-invalid"));
        var wish = new ResultWish
        {
            State = state,
            Finding = finding is { } code ? WireName.Of(code) : null,
            Host = SearchedName.Of(Host),
            Domain = string.IsNullOrWhiteSpace(Domain) ? null : Domain.Trim().ToLowerInvariant(),
            After = after,
        };
        return wrong.Count > 0 ? (null, null, Problem.Invalid(wrong)) : (wish, limit, null);
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static T? Named<T>(string path, string? text, List<Complaint> wrong)
        where T : struct, Enum
    {
        if (text is null) return null;
        foreach (var value in Enum.GetValues<T>())
            if (WireName.Of(value) == text) return value;
        wrong.Add(Complaint.Of(path, JsonShape.WrongTypeOfMember, "one-of", ("values", string.Join(", ", Enum.GetValues<T>().Select(WireName.Of)))));
        return null;
    }
}
