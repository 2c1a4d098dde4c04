using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery.Autoconfig;

/// <summary>
/// Reads a settings file of the autoconfig format (draft-ietf-mailmaint-autoconfig, Thunderbird's config 1.1). Unknown elements, attributes and
/// values are passed over. A file may hold several providers: the one that names the mail domain is read, because the password goes to its servers.
/// </summary>
internal static class AutoconfigReader
{
    /// <summary>Reads the document; never throws, whatever the bytes.</summary>
    /// <param name="document">The bytes, bounded by the caller.</param>
    /// <param name="domain">The mail domain, for <c>%EMAILDOMAIN%</c> in host names.</param>
    /// <param name="askedWith">The address that was sent with the question, a placeholder or the user's own; null when none was.</param>
    /// <param name="speaksFor">
    /// The domains of which the document must name one, the best first; null for a domain's own file, whose place is enough where there is only one provider in it:
    /// hosters serve their customers' domains one file in which only their own name stands.
    /// </param>
    internal static PublishedSettings Read(
        ReadOnlyMemory<byte> document, HostName domain, EmailAddress? askedWith = null, IReadOnlyList<HostName>? speaksFor = null)
    {
        if (!BoundedXml.TryRead(document.Span, out var root, out var unreadable)) return PublishedSettings.NotRead(unreadable);
        if (root.Name.Equals("html", StringComparison.OrdinalIgnoreCase)) return PublishedSettings.NotRead(DocumentText.WebPage);
        if (root.Name != "clientConfig") return PublishedSettings.NotRead(new Remark(RemarkCode.OtherRoot, ("word", OddityList.Shown(root.Name))));

        var providers = root.Children.Where(x => x.Name == "emailProvider").ToList();
        if (providers.Count == 0) return new PublishedSettings([], [], [new(RemarkCode.NoProvider)], null);
        var spoken = (speaksFor ?? [domain]).Select(name => providers.FindAll(x => DomainsOf(x, domain).Contains(name))).FirstOrDefault(x => x.Count > 0);
        var named = spoken ?? providers.FindAll(x => !x.TextsOf("domain").Any());
        if (spoken is null && named.Count != 1) named = speaksFor is null && providers.Count == 1 ? providers : [];
        if (named.Count == 0) return new PublishedSettings([], [], [new(RemarkCode.OtherDomains, ("domain", (speaksFor ?? [domain])[0].Value))], null) { IsForOthers = true };

        var readings = named.Select(x => AutoconfigProvider.Read(x, providers.Count == 1 ? root : null, domain, askedWith)).ToList();
        var chosen = Math.Max(0, readings.FindIndex(x => x.NamesAnything));
        return providers.Count == 1
            ? readings[0] : readings[chosen] with { Oddities = [Choice(providers.IndexOf(named[chosen]), providers.Count), .. readings[chosen].Oddities] };
    }

    private static IEnumerable<HostName> DomainsOf(MarkupElement provider, HostName domain) => provider.TextsOf("domain")
        .Select(x => HostName.TryParse(x.Replace(UsernameForm.Domain, domain.Value, StringComparison.OrdinalIgnoreCase), null, out var name) ? name : null).OfType<HostName>();

    private static Remark Choice(int chosen, int count) => new(RemarkCode.OneOfSeveral, ("count", count), ("number", chosen + 1));
}
