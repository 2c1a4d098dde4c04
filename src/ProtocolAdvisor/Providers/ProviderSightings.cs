using System.Runtime.CompilerServices;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Providers;

/// <summary>A provider's mark that was seen.</summary>
/// <param name="Provider">Whose mark it is.</param>
/// <param name="Evidence">The mark.</param>
/// <param name="Order">The place of the value among those of its kind, from 0: the best first.</param>
internal sealed record ProviderSighting(Provider Provider, ProviderEvidence Evidence, int Order);

/// <summary>Looks for one provider's marks.</summary>
internal static class ProviderSightings
{
    private static readonly MarkKind[] Kinds = Enum.GetValues<MarkKind>();

    // The records never change, and there are some thirty of them: every report asks for the marks of each, several times.
    private static readonly ConditionalWeakTable<Provider, string[][]> Marks = [];

    /// <summary>All that were seen; of one kind and value the longest mark.</summary>
    internal static List<ProviderSighting> In(ProviderClues clues, Provider provider) => In(clues, [provider]);

    /// <summary>The same of several providers, one behind the other.</summary>
    internal static List<ProviderSighting> In(ProviderClues clues, IReadOnlyList<Provider> providers)
    {
        var values = Array.ConvertAll(Kinds, kind => ValuesOf(clues, kind).ToArray());
        var seen = new List<ProviderSighting>();
        foreach (var provider in providers)
        {
            var marks = Marks.GetValue(provider, static x => Array.ConvertAll(Kinds, kind => MarksOf(x, kind).ToArray()));
            foreach (var kind in Kinds) Look(provider, kind, marks[(int)kind], values[(int)kind], seen);
        }

        return seen;
    }

    private static void Look(Provider provider, MarkKind kind, string[] marks, string[] values, List<ProviderSighting> seen)
    {
        for (var order = 0; marks.Length > 0 && order < values.Length; order++)
        {
            string? longest = null;
            foreach (var mark in marks)
            {
                if (mark.Length > (longest?.Length ?? -1) && Fits(kind, mark, values[order])) longest = mark;
            }

            if (longest is not null) seen.Add(new ProviderSighting(provider, new ProviderEvidence(kind, longest, values[order]), order));
        }
    }

    private static IEnumerable<string> MarksOf(Provider provider, MarkKind kind)
    {
        var looked = kind == MarkKind.CertificateName ? MarkKind.MailHost : kind;
        var marks = provider.Marks.Where(x => x.Kind == looked).SelectMany(x => x.Values);
        return kind == MarkKind.Issuer ? marks.Concat(provider.OAuth.SelectMany(x => x.Scopes).Where(IsAddress)) : marks;
    }

    private static bool IsAddress(string scope) => scope.StartsWith("https://", StringComparison.Ordinal);

    private static IEnumerable<string> ValuesOf(ProviderClues clues, MarkKind kind) => kind switch
    {
        MarkKind.MailHost => NamesOf(clues.MailHosts),
        MarkKind.CertificateName => clues.CertificateNames.Select(x => x.ToLowerInvariant()),
        MarkKind.MailExchanger => NamesOf(clues.MailExchangers),
        MarkKind.Issuer => clues.Issuers.Select(HostOf).OfType<string>().Concat(clues.TokenScopes.Where(IsAddress)),
        MarkKind.CatalogueId => clues.CatalogueIds,
        MarkKind.Domain or MarkKind.DomainSuffix => clues.Domain is { Address: null } domain ? [domain.Value] : [],
        MarkKind.Greeting => clues.Greetings,
    };

    private static IEnumerable<string> NamesOf(IEnumerable<HostName> hosts) => hosts.Where(x => x.Address is null).Select(x => x.Value);

    // Thunderbird names an issuer by its host, OpenID by its address.
    private static string? HostOf(string issuer)
    {
        if (Uri.TryCreate(issuer, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps)
            return address.IdnHost.ToLowerInvariant();
        return HostName.TryParse(issuer, null, out var host) ? host.Value : null;
    }

    private static bool Fits(MarkKind kind, string mark, string value) => kind switch
    {
        MarkKind.MailHost or MarkKind.MailExchanger => value == mark || IsBelow(value, mark),
        MarkKind.CertificateName => value == mark || IsBelow(value, mark) || Covers(value, mark),
        MarkKind.DomainSuffix => IsBelow(value, mark),
        MarkKind.Issuer or MarkKind.Domain => value == mark,
        MarkKind.CatalogueId => value.Equals(mark, StringComparison.OrdinalIgnoreCase),
        MarkKind.Greeting => value.Contains(mark, StringComparison.OrdinalIgnoreCase),
    };

    // A wildcard stands for one label (RFC 9525 §6.3).
    private static bool Covers(string wildcard, string mark) => wildcard.StartsWith("*.", StringComparison.Ordinal)
        && mark.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 && mark[dot..] == wildcard[1..] && mark.LastIndexOf('.') > dot;

    private static bool IsBelow(string name, string suffix) =>
        name.Length > suffix.Length && name[^(suffix.Length + 1)] == '.' && name.EndsWith(suffix, StringComparison.Ordinal);
}
