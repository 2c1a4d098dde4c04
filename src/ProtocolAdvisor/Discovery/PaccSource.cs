using System.Security.Cryptography;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Names;
using ProtocolAdvisor.Dialing.Web;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>
/// The domain's configuration for user agents (draft-ietf-mailmaint-pacc), held against the digest in its TXT record. The draft moves: all that knows of it is here and in
/// <see cref="PaccReader"/>. Never kept: a file and its digest are published at two places, and must be of one moment.
/// </summary>
internal sealed class PaccSource(GuardedHttp web, DnsLookup dns, PublicSuffixList suffixes)
{
    /// <summary>Its one place.</summary>
    internal Inquiry For(DiscoveryQuestion question, Deadline deadline)
    {
        var address = new Uri($"https://ua-auto-config.{question.Domain}/.well-known/user-agent-configuration.json");
        var place = new Place(DiscoverySource.Pacc, address.ToString());
        return new Inquiry(place, async token =>
        {
            var texts = dns.TextsAsync($"_ua-auto-config.{question.Domain}", token);
            var fetch = await web.GetAsync(address, deadline, token);
            return new Answer(PublishedFiles.Miss(place, fetch) ?? Judge(place, fetch, await texts, question));
        });
    }

    private SourceAttempt Judge(Place place, HttpFetch fetch, DnsReply<string> texts, DiscoveryQuestion question)
    {
        var digests = texts.Records.Select(PaccReader.DigestOf).OfType<string>().ToList();
        if (digests.Count > 0 && !digests.Contains(Convert.ToBase64String(SHA256.HashData(fetch.Body.Span)))) return place.Failed(FailureKind.DigestMismatch);

        // The members of a JSON object have no order, so this source prefers no protocol.
        var attempt = PublishedFiles.Of(place, PaccReader.Read(fetch.Body)) with { Secure = fetch.Secure && !suffixes.GivesNamesOut(question.Domain), Preferred = null };
        if (digests.Count > 0 || attempt.Outcome != SourceOutcome.Found) return attempt;
        var why = texts.Failure is null or FailureKind.HostNotFound ? RemarkCode.NoDigest : RemarkCode.DigestNotFoundOut;
        return attempt with { Oddities = [.. attempt.Oddities, new(why)] };
    }
}
