using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery.Autoconfig;

/// <summary>Collects what a settings file says beside servers of IMAP, POP3 and SMTP: other ways to the mailbox, webmail, and where access tokens come from.</summary>
/// <param name="domain">As in <see cref="AutoconfigReader.Read"/>.</param>
/// <param name="askedWith">As in <see cref="AutoconfigReader.Read"/>.</param>
/// <param name="complain">Told what is strange. Addresses are not quoted: they may hold the user's.</param>
internal sealed class BesideServers(HostName domain, EmailAddress? askedWith, Action<Remark> complain)
{
    private const int MostWays = 10;
    private const int MostOffers = 3;
    private const int Https = 443;

    private readonly List<OtherWayClaim> _ways = [];
    private readonly List<OAuthClaim> _oAuth = [];

    /// <summary>The other ways, in the file's order.</summary>
    internal IReadOnlyList<OtherWayClaim> Ways => _ways;

    /// <summary>Where access tokens come from.</summary>
    internal IReadOnlyList<OAuthClaim> OAuth => _oAuth;

    /// <summary>Takes webmail and OAuth from the elements directly inside a provider's, or the file's own.</summary>
    internal void TakeFrom(MarkupElement owner)
    {
        foreach (var page in owner.Children.Where(x => x.Name == "webMail").SelectMany(x => x.Children).Where(x => x.Name == "loginPage"))
            if (page.Url is { } url) Take(OtherWayKind.Webmail, url, "webMail", "loginPage");
        foreach (var offer in owner.Children.Where(x => x.Name == "oAuth2").Take(MostOffers)) TakeOffer(offer);
    }

    /// <summary>Takes a server of another type. One that is named without an address is kept: that there is such a way is told all the same.</summary>
    /// <param name="server">Its element.</param>
    /// <param name="kind">What its type means.</param>
    /// <param name="name">What it is called in remarks.</param>
    internal void TakeServer(MarkupElement server, OtherWayKind kind, string name)
    {
        var addresses = AutoconfigWords.AddressesIn(server, kind).ToList();
        foreach (var (way, element, text) in addresses) Take(way, text, name, element);
        if (addresses.Count == 0) Add(new OtherWayClaim(kind, kind == OtherWayKind.Jmap ? Beginning(server) : null));
    }

    // A JMAP client needs the host only (RFC 8620 §2.2).
    private string? Beginning(MarkupElement server) =>
        server.TextsOf("hostname").FirstOrDefault() is { } text && HostName.TryParse(Filled(text), null, out var host)
            ? JmapSource.PlaceAt(host, server.TextsOf("port").Select(x => ushort.TryParse(x, out var port) && port > 0 ? port : Https).FirstOrDefault(Https)) : null;

    private void Take(OtherWayKind kind, string text, string place, string element)
    {
        if (PublishedUrl.Read(Filled(text), askedWith) is { } url) Add(new OtherWayClaim(kind, url));
        else complain(new Remark(RemarkCode.UrlInvalid, ("word", element)) { Place = place });
    }

    private void Add(OtherWayClaim way)
    {
        if (_ways.Count < MostWays && !_ways.Contains(way)) _ways.Add(way);
    }

    private void TakeOffer(MarkupElement offer)
    {
        var fields = new OAuthFields(askedWith, complaint => complain(complaint with { Place = "oAuth2" }));
        var claim = new OAuthClaim(
            fields.Issuer(First(offer, "issuer"), "issuer"),
            fields.Scopes(First(offer, "scope")),
            fields.Address(First(offer, "authURL"), "authURL"),
            fields.Address(First(offer, "tokenURL"), "tokenURL"));
        if (claim.SaysWhere && !_oAuth.Exists(x => x.IsSameAs(claim))) _oAuth.Add(claim);
    }

    private string Filled(string text) => text.Replace(UsernameForm.Domain, domain.Value, StringComparison.OrdinalIgnoreCase);

    private static string? First(MarkupElement parent, string child) => parent.TextsOf(child).FirstOrDefault();
}
