using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console;

/// <summary>What every page needs to know of its request.</summary>
/// <param name="Language">The language of its words.</param>
/// <param name="Path">Where a change of language, or signing in, leads back to.</param>
/// <param name="SignedIn">Whether a key was presented by signing in, so that one can sign out.</param>
/// <param name="MayAssess">Whether this visitor may do more than read the report whose link he holds.</param>
/// <param name="PhoneOrigin">Scheme, host and port under which a phone can reach us as well; null where only this machine can.</param>
public sealed record PageContext(Language Language, string Path, bool SignedIn, bool MayAssess, string? PhoneOrigin)
{
    /// <summary>Scheme, host and port under which this visitor reached us: for links that are sent on.</summary>
    public string Origin { get; private init; } = "";

    /// <summary>Whether this visitor may audit many subjects.</summary>
    public bool MayAudit { get; private init; }

    /// <summary>
    /// The page's query with its question mark, empty for none: on a report's page the answers that were given there. A form that stands on the page sends it
    /// along, so it holds as well where the page is shown again in answer to one.
    /// </summary>
    public string Query { get; private init; } = "";

    /// <summary>
    /// The page to which an answer that only explains a problem leads back: the one whose form was sent, or that has the link. Null where that is the start page.
    /// </summary>
    public string? Back { get; private init; }

    private static readonly ScopeRequirement ToAssess = new([Scope.Assess]);
    private static readonly ScopeRequirement ToAudit = new([Scope.Audit, Scope.Admin]);

    /// <summary>This request's; ask before the answer begins.</summary>
    internal static async ValueTask<PageContext> OfAsync(HttpContext http) => new(
        ConsoleLanguage.Of(http),
        PageOfForm.Of(http),
        http.RequestServices.GetRequiredService<KeyCookie>().KeyOf(http) is not null,
        await http.RequestServices.GetRequiredService<AccessJudge>().RefusalOfAsync(http, ToAssess) is null,
        ProfileCode.IsReachableFromElsewhere(http.Request.Host) ? $"{http.Request.Scheme}://{http.Request.Host}" : null)
    {
        Query = $"{http.Request.QueryString}",
        Back = PageOfForm.Behind(http) is { } back && back != ConsolePaths.Start ? back : null,
        Origin = $"{http.Request.Scheme}://{http.Request.Host}",
        MayAudit = await http.RequestServices.GetRequiredService<AccessJudge>().RefusalOfAsync(http, ToAudit) is null,
    };
}
