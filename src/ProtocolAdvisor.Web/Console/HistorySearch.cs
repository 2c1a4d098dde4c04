using System.Text;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Assessments.Listing;
using ProtocolAdvisor.Web.Console.Pages;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Console;

/// <summary>
/// The history and its search. What is typed is sent as a form: a whole address is masked before it stands in any address, and finds the
/// reports whose masked address is the same.
/// </summary>
internal static class HistorySearch
{
    /// <summary>Puts the history on its routes.</summary>
    public static void MapHistory(this IEndpointRouteBuilder closed)
    {
        closed.MapMethods(ConsolePaths.History, GetOrHead.Methods, ShowAsync);
        closed.MapPost(ConsolePaths.History, (Delegate)SearchAsync).On(ConsolePaths.History).AddEndpointFilter(ConsoleForms.OwnOnly).AddEndpointFilter(ConsoleForms.Readable);
    }

    /// <summary>The history's address for a search.</summary>
    /// <param name="wish">What is searched for.</param>
    /// <param name="with">The report that another one is looked for to compare it with; null for none.</param>
    /// <param name="before">Where to go on; null for the newest.</param>
    public static string Path(HistoryWish wish, string? with, string? before = null)
    {
        var query = new StringBuilder();
        foreach (var (name, value) in new[] { ("before", before), ("q", wish.Anything), ("domain", wish.Domain), ("account", wish.Account), ("state", wish.State), ("with", with) })
            if (!string.IsNullOrEmpty(value)) query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        return $"{ConsolePaths.History}{query}";
    }

    private static async Task<SeeOther> SearchAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var text = form["q"].ToString();
        var account = text.Contains('@', StringComparison.Ordinal) ? ListQuery.Masked(text) : null;
        return new SeeOther(Path(new HistoryWish(null, false) { Anything = account is null ? Shown(text) : null, Account = account, State = form["state"] }, form["with"]));
    }

    // What is no address may be the part of one: what stands before an @ is nobody's to keep.
    private static string? Shown(string text) => ListQuery.Searched(text[(text.LastIndexOf('@') + 1)..]);

    private static async Task<IResult> ShowAsync(
        HttpContext http, ReportHistory history, InviteArchive invites, Ownership ownership, string? q, string? domain, string? account, string? state, string? before, string? with)
    {
        var whose = ownership.SeenBy(Caller.Of(http));
        var (wish, _, wrong) = new ListQuery(domain, null, null, null, before) { Account = account, State = string.IsNullOrEmpty(state) ? null : state }.Read(whose);
        if (wish is null) return wrong!.AsResult();
        wish = wish with { Anything = ListQuery.Searched(q) };
        var found = await history.RecentAsync(wish, HistoryPage.Rows, http.RequestAborted);
        var pending = before is null ? await invites.ListAsync(whose, pendingOnly: true, http.RequestAborted) : [];
        return new HtmlPage<HistoryPage>(new Dictionary<string, object?>
        {
            ["Reports"] = found.Rows,
            ["Invites"] = pending,
            ["Wished"] = wish,
            ["With"] = with,
            ["Before"] = before,
            ["Next"] = found.Next?.ToString(),
        });
    }
}
