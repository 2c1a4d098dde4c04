using System.Globalization;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Assessments.Listing;

/// <summary>What of the reports is asked for, as it stands in the query; read here and not by the framework, which would not say which
/// parameter is wrong.</summary>
/// <param name="Domain">A part of the domain.</param>
/// <param name="From">The earliest beginning.</param>
/// <param name="Before">The beginning before which they lie.</param>
/// <param name="Limit">How many.</param>
/// <param name="Cursor">Where to go on.</param>
internal sealed record ListQuery(string? Domain, string? From, string? Before, string? Limit, string? Cursor)
{
    /// <summary>The state, as the wire spells it.</summary>
    public string? State { get; init; }

    /// <summary>What is recommended, as the wire spells it.</summary>
    public string? Protocol { get; init; }

    /// <summary>The masked address, or a whole one.</summary>
    public string? Account { get; init; }

    /// <summary>A finding's code.</summary>
    public string? Finding { get; init; }

    /// <summary>How many reports a list has where nothing is said.</summary>
    public const int UsualLimit = 20;

    /// <summary>How many it has at most.</summary>
    public const int MostLimit = 100;

    private const int LongestDomain = 255;
    private const string LimitRule = "limit-out-of-range";

    // RFC 3339, as reports have it, or a day.
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd"];

    /// <summary>The wish, for a caller; or every parameter that is wrong.</summary>
    /// <param name="whose">Whose reports the caller sees.</param>
    public (HistoryWish? Wish, int Limit, Problem? Problem) Read(HistoryWish whose)
    {
        List<Complaint> wrong = [];
        var limit = UsualLimit;
        if (Limit is not null && !IsLimit(Limit, out limit))
            wrong.Add(Complaint.Of("?limit", LimitRule, "number-between", ("From", "1"), ("To", $"{MostLimit}")));
        if (Domain?.Length > LongestDomain) wrong.Add(Complaint.Of("?domain", "domain-invalid", "domain-invalid"));
        OneOf<SummaryState>("?state", State, wrong);
        OneOf<RecommendedProtocol>("?protocol", Protocol, wrong);
        if (Account is not null && Masked(Account) is null) wrong.Add(Complaint.Of("?account", "email-invalid", "email-invalid"));
        if (Finding is not null && !RowReading.IsCode(Finding)) wrong.Add(Complaint.Of("?finding", "finding-unknown", "finding-unknown"));
        ReportCursor? after = null;
        if (Cursor is not null && !ReportCursor.TryParse(Cursor, out after))
            wrong.Add(Complaint.Of("?cursor", "cursor-invalid", "cursor-invalid"));
        var (from, before) = (Instant("?from", From, wrong), Instant("?before", Before, wrong));
        return wrong.Count > 0
            ? (null, 0, Problem.Invalid(wrong))
            : (whose with
            {
                Domain = SearchedName.Of(Domain),
                State = State,
                Protocol = Protocol,
                Account = Account is null ? null : Masked(Account),
                Finding = Finding,
                After = after,
                From = from,
                Before = before,
            }, limit, null);
    }

    /// <summary>The masked form of an address, or of one that is masked already; null for what is neither.</summary>
    public static string? Masked(string account)
    {
        // The masked form is an address by itself, and its own masked form.
        var text = account.Trim();
        return EmailAddress.TryParse(text, null, out var address) ? address.Masked : null;
    }

    private static void OneOf<T>(string path, string? text, List<Complaint> wrong)
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().Select(WireName.Of).ToList();
        if (text is not null && !names.Contains(text))
            wrong.Add(Complaint.Of(path, JsonShape.WrongTypeOfMember, "one-of", ("values", string.Join(", ", names))));
    }

    /// <summary>A text as it is looked for; null for any.</summary>
    public static string? Searched(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ToLowerInvariant();

    private static bool IsLimit(string text, out int limit) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= MostLimit;

    private static DateTimeOffset? Instant(string path, string? text, List<Complaint> wrong)
    {
        if (text is null) return null;
        const DateTimeStyles universal = DateTimeStyles.AssumeUniversal;
        if (DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, universal, out var instant)) return instant;
        wrong.Add(Complaint.Of(path, "instant-invalid", "instant-invalid"));
        return null;
    }
}
