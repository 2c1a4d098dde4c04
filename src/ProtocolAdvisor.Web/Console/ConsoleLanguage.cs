using ProtocolAdvisor.Languages;
using ProtocolAdvisor.Web.Wire;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console;

/// <summary>The language of the console: the one that was chosen on a page, else the one that the browser asks for.</summary>
internal static class ConsoleLanguage
{
    private const string Cookie = "language";
    private static readonly CookieOptions Kept = new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Strict, HttpOnly = true, IsEssential = true };

    /// <summary>The language in which to answer; ask before the answer begins.</summary>
    public static Language Of(HttpContext http)
    {
        var asked = RequestLanguage.Of(http);
        http.Response.Headers.Append("Vary", "Cookie");
        if (Language.Tagged(http.Request.Cookies[Cookie]) is not { } chosen) return asked;
        http.Response.Headers.ContentLanguage = chosen.Tag;
        return chosen;
    }

    /// <summary>Keeps a choice; what is no language of ours is not one.</summary>
    public static void Choose(HttpContext http, string? tag)
    {
        if (Language.Tagged(tag) is { } language) http.Response.Cookies.Append(Cookie, language.Tag, new CookieOptions(Kept) { Secure = http.Request.IsHttps });
    }
}
