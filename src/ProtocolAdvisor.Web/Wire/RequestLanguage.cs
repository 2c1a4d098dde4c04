using Microsoft.Net.Http.Headers;
using ProtocolAdvisor.Languages;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Wire;

/// <summary>The language that a request asks for (<c>Accept-Language</c>, RFC 9110 §12.5.4).</summary>
internal static class RequestLanguage
{
    /// <summary>
    /// The language in which to answer; ask before the answer begins. Whoever asks makes the answer depend on it, so the answer says so: <c>Content-Language</c>, <c>Vary</c>.
    /// </summary>
    public static Language Of(HttpContext http)
    {
        var language = http.Request.Headers.AcceptLanguage.Count == 0 ? Language.English : Chosen(http.Request.GetTypedHeaders().AcceptLanguage);
        http.Response.Headers.ContentLanguage = language.Tag;
        http.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        return language;
    }

    /// <summary>
    /// The accepted language of ours that is liked best, of several the one named first; English where none is. A range covers a language by its primary
    /// subtag (<c>de-AT</c> is German to us), and <c>*</c> covers what nothing else does.
    /// </summary>
    private static Language Chosen(IList<StringWithQualityHeaderValue> accepted)
    {
        var (best, quality) = Language.All.Select(x => (Language: x, Wish: WishFor(x, accepted)))
            .OrderByDescending(x => x.Wish.Quality).ThenBy(x => x.Wish.Place)
            .Select(x => (x.Language, x.Wish.Quality)).First();
        return quality > 0 ? best : Language.English;
    }

    private static (double Quality, int Place) WishFor(Language language, IList<StringWithQualityHeaderValue> accepted)
    {
        var wishes = accepted.Select((range, place) =>
            (Range: range.Value.ToString(), Quality: range.Quality ?? 1, Place: range.Value == "*" ? int.MaxValue : place)).ToList();
        var naming = wishes.Where(x => x.Range.Split('-')[0].Equals(language.Tag, StringComparison.OrdinalIgnoreCase)).ToList();
        return (naming.Count > 0 ? naming : wishes.Where(x => x.Range == "*"))
            .OrderByDescending(x => x.Quality).Select(x => (x.Quality, x.Place)).FirstOrDefault();
    }
}
