using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>What sources say beside mail servers, brought together: the same from several is told once, by the best of them. Pure.</summary>
internal static class BesideMailServers
{
    /// <summary>Most other ways that are told.</summary>
    internal const int MostWays = 12;

    /// <summary>Most offers of OAuth 2.0 that are told.</summary>
    internal const int MostOffers = 6;

    /// <summary>The other ways in these attempts, which stand in the order of precedence. That there is one somewhere is not told beside where it is.</summary>
    internal static IReadOnlyList<OtherWay> Ways(IReadOnlyList<SourceAttempt> attempts)
    {
        var named = attempts.SelectMany(attempt => attempt.OtherWays.Select(claim => (claim, attempt)))
            .GroupBy(x => x.claim, (claim, all) => new OtherWay(claim.Kind, claim.Url, all.First().attempt.Source, all.Any(x => x.attempt.Secure))).ToList();
        return [.. named.Where(x => x.Url is not null || !named.Exists(y => y.Kind == x.Kind && y.Url is not null)).OrderBy(x => x.Kind).Take(MostWays)];
    }

    /// <summary>The offers of OAuth 2.0 in these attempts, the best source's first.</summary>
    internal static IReadOnlyList<OAuthOffer> Offers(IReadOnlyList<SourceAttempt> attempts)
    {
        var offers = new List<(OAuthClaim Claim, DiscoverySource Source, bool Trusted)>();
        foreach (var (claim, attempt) in attempts.SelectMany(attempt => attempt.OAuth.Select(claim => (claim, attempt))))
        {
            var known = offers.FindIndex(x => x.Claim.IsSameAs(claim));
            if (known < 0) offers.Add((claim, attempt.Source, attempt.Secure));
            else offers[known] = offers[known] with { Trusted = offers[known].Trusted || attempt.Secure };
        }

        return
        [
            .. from offer in offers.Take(MostOffers)
               let claim = offer.Claim
               select new OAuthOffer(claim.Issuer, claim.Scopes, claim.AuthorizationUrl, claim.TokenUrl, offer.Source, offer.Trusted),
        ];
    }

    /// <summary>An attempt without the addresses at hosts that the policy refuses: names of inner networks are not shown to strangers' readers.</summary>
    internal static SourceAttempt Allowed(SourceAttempt attempt, AddressPolicy policy)
    {
        if (attempt.OtherWays.Count + attempt.OAuth.Count == 0) return attempt;
        return attempt with
        {
            OtherWays = [.. attempt.OtherWays.Where(x => x.Url is null || Kept(x.Url) is not null)],
            OAuth = [.. attempt.OAuth.Select(x => new OAuthClaim(Kept(x.Issuer), x.Scopes, Kept(x.AuthorizationUrl), Kept(x.TokenUrl))).Where(x => x.SaysWhere)],
        };

        // An issuer may be a host's name alone.
        string? Kept(string? url)
        {
            if (url is null) return null;
            var host = PublishedUrl.HostOf(url) ?? (HostName.TryParse(url, null, out var name) ? name : null);
            return host is not null && policy.Allows(host) ? url : null;
        }
    }
}
