using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Providers;

/// <summary>Says whose mailbox it is, from the marks that were seen. Pure.</summary>
internal static class ProviderRecognition
{
    /// <summary>The provider among the product's own; null where no mark was seen.</summary>
    internal static ProviderMatch? Of(ProviderClues clues) => Of(clues, ProviderCatalogue.Official);

    /// <summary>
    /// The provider to which the strongest evidence points, in the order of <see cref="MarkKind"/>; those to which weaker evidence points
    /// stand beside it. Where several share their servers (Gmail and Google Workspace), the one that lists the domain has it; else what
    /// only one of them has decides; else, for a domain that nobody lists, it is the one for customers' own.
    /// </summary>
    internal static ProviderMatch? Of(ProviderClues clues, IReadOnlyList<Provider> providers)
    {
        var seen = ProviderSightings.In(clues, providers)
            .OrderBy(x => x.Evidence.Kind).ThenBy(x => x.Order).ThenByDescending(x => x.Evidence.Mark.Length).ToList();
        if (seen.Count == 0) return null;
        var family = FamilyOf(seen);
        var chosen = Chosen(seen.FindAll(x => family.Contains(x.Provider.Key)), clues.Domain);
        var others = seen.Where(x => !family.Contains(x.Provider.Key)).DistinctBy(x => x.Provider.Key);
        return new ProviderMatch(chosen.Provider, chosen.Evidence)
        {
            RecognisedBy = [.. MarksOf(chosen, seen)],
            Others = [.. others.Select(x => new ProviderMatch(x.Provider, x.Evidence))],
        };
    }

    // Where the server's own name is a mark, its certificate has nothing to add.
    private static IEnumerable<ProviderEvidence> MarksOf(ProviderSighting chosen, List<ProviderSighting> seen)
    {
        var marks = seen.Where(x => x.Provider.Key == chosen.Provider.Key).Select(x => x.Evidence)
            .Prepend(chosen.Evidence).DistinctBy(x => x.Kind).ToList();
        return marks.Exists(x => x.Kind == MarkKind.MailHost) ? marks.Where(x => x.Kind != MarkKind.CertificateName) : marks;
    }

    // Whoever was seen by the strongest mark, and whoever else was seen and shares servers with one of those.
    private static HashSet<string> FamilyOf(List<ProviderSighting> seen)
    {
        var strongest = seen.FindAll(x => x.Order == seen[0].Order && IsSame(x, seen[0]));
        var family = seen.Select(x => x.Provider).Where(x => strongest.Exists(y => x.Key == y.Provider.Key || SharesServers(x, y.Provider)));
        return [.. family.Select(x => x.Key)];
    }

    // What only one of a family has tells it from the others.
    private static ProviderSighting Chosen(List<ProviderSighting> seen, HostName? domain)
    {
        var own = seen.FindAll(x => !seen.Exists(other => other.Provider.Key != x.Provider.Key && IsSame(x, other)));
        if (own.Find(x => x.Evidence.Kind == MarkKind.Domain) is { } lister) return own.First(x => x.Provider.Key == lister.Provider.Key);
        return own.FirstOrDefault() ?? (domain is null ? null : seen.Find(x => !ListsDomains(x.Provider))) ?? seen[0];
    }

    private static bool SharesServers(Provider one, Provider other) =>
        HostsOf(one).Intersect(HostsOf(other), StringComparer.Ordinal).Any();

    private static IEnumerable<string> HostsOf(Provider provider) =>
        provider.Marks.Where(x => x.Kind == MarkKind.MailHost).SelectMany(x => x.Values);

    private static bool IsSame(ProviderSighting one, ProviderSighting other) =>
        (one.Evidence.Kind, one.Evidence.Mark) == (other.Evidence.Kind, other.Evidence.Mark);

    private static bool ListsDomains(Provider provider) => provider.Marks.Any(x => x.Kind == MarkKind.Domain);
}
