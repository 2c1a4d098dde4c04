using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Providers;

/// <summary>Says whose mailbox it is, from the marks that were seen. Pure.</summary>
internal static class ProviderRecognition
{
    /// <summary>The provider among the product's own; null where no mark was seen.</summary>
    internal static ProviderMatch? Of(ProviderClues clues) => Of(clues, ProviderCatalogue.Official);

    /// <summary>
    /// The provider to which the strongest evidence points; those to which weaker evidence points stand beside it. Where several share the
    /// servers (Gmail and Google Workspace), weaker evidence decides between them: the one that lists the domain, or, for a domain that
    /// nobody lists, the one for customers' own.
    /// </summary>
    internal static ProviderMatch? Of(ProviderClues clues, IReadOnlyList<Provider> providers)
    {
        var seen = providers.SelectMany(provider => ProviderSightings.In(clues, provider))
            .OrderBy(x => x.Evidence.Kind).ThenBy(x => x.Order).ThenByDescending(x => x.Evidence.Mark.Length).ToList();
        if (seen.Count == 0) return null;
        var sharing = seen.Where(x => x.Order == seen[0].Order && IsSame(x, seen[0])).Select(x => x.Provider.Key).ToHashSet();
        var chosen = sharing.Count == 1 ? seen[0] : AmongSharing([.. seen.Where(x => sharing.Contains(x.Provider.Key))], clues.Domain);
        var others = seen.Where(x => !sharing.Contains(x.Provider.Key)).DistinctBy(x => x.Provider.Key);
        return new ProviderMatch(chosen.Provider, chosen.Evidence) { Others = [.. others.Select(x => new ProviderMatch(x.Provider, x.Evidence))] };
    }

    private static ProviderSighting AmongSharing(List<ProviderSighting> seen, HostName? domain) =>
        seen.Find(x => !seen.Exists(other => other.Provider.Key != x.Provider.Key && IsSame(x, other)))
        ?? (domain is null ? null : seen.Find(x => !ListsDomains(x.Provider)))
        ?? seen[0];

    private static bool IsSame(ProviderSighting one, ProviderSighting other) =>
        (one.Evidence.Kind, one.Evidence.Mark) == (other.Evidence.Kind, other.Evidence.Mark);

    private static bool ListsDomains(Provider provider) => provider.Marks.Any(x => x.Kind == MarkKind.Domain);
}
