namespace ProtocolAdvisor.Web.Console;

/// <summary>Where cancelling a check leads: to the form with what was entered, or to the report that was to be made anew.</summary>
/// <param name="Path">The page.</param>
/// <param name="Kept">What was entered, field by field, never the password; null where nothing was.</param>
public sealed record WayBack(string Path, IReadOnlyList<(string Name, string Text)>? Kept = null)
{
    /// <summary>The page's query, field by field; empty where it has none.</summary>
    public IReadOnlyList<(string Name, string Text)> Query { get; private init; } = [];

    /// <summary>To a page with a query.</summary>
    public static WayBack To(string path, IQueryCollection query) => new(path) { Query = [.. query.SelectMany(x => x.Value.Select(y => (x.Key, y ?? "")))] };

    /// <summary>The form's id: what the end of a broken check offers belongs to it.</summary>
    public const string Id = "back";
}
