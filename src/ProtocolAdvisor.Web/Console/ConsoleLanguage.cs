using ProtocolAdvisor.Languages;
using ProtocolAdvisor.Web.Wire;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console;

/// <summary>The language of the console: the one that was chosen on a page, else the one that the browser asks for.</summary>
internal static class ConsoleLanguage
{
    /// <summary>The field, and the button, that choose one.</summary>
    public const string Field = "language";

    private const string Cookie = "language";
    private static readonly CookieOptions Kept = new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Strict, HttpOnly = true, IsEssential = true };

    /// <summary>The language in which to answer; ask before the answer begins.</summary>
    public static Language Of(HttpContext http)
    {
        var asked = RequestLanguage.Of(http);
        http.Response.Headers.Append("Vary", "Cookie");
        if ((http.Items[Field] as Language ?? Language.Tagged(http.Request.Cookies[Cookie])) is not { } chosen) return asked;
        http.Response.Headers.ContentLanguage = chosen.Tag;
        return chosen;
    }

    /// <summary>
    /// Keeps a choice, which holds for this answer as well; what is no language of ours is not one. Whether the form asks for nothing but that: then it is shown again with what was typed.
    /// </summary>
    public static bool Choose(HttpContext http, IFormCollection form)
    {
        if (!form.ContainsKey(Field)) return false;
        if (Language.Tagged(form[Field]) is not { } language) return true;
        http.Items[Field] = language;
        http.Response.Cookies.Append(Cookie, language.Tag, new CookieOptions(Kept) { Secure = http.Request.IsHttps });
        return true;
    }
}
