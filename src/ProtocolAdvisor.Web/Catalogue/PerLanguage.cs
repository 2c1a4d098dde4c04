using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.HttpResults;
using ProtocolAdvisor.Web.Wire;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Catalogue;

/// <summary>A catalogue, written once for every language that it was asked in.</summary>
/// <param name="write">Writes it.</param>
internal sealed class PerLanguage(Func<Language, TaggedJson> write)
{
    private readonly ConcurrentDictionary<Language, TaggedJson> _written = [];

    /// <summary>The catalogue in the language of the request.</summary>
    public FileContentHttpResult Answer(HttpContext http) => _written.GetOrAdd(RequestLanguage.Of(http), write).Answer(http);
}
