using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>Settings files on web servers, in the autoconfig format: what a domain's own source, the catalogue and the mail exchanger's have in common.</summary>
internal sealed class PublishedFiles(GuardedHttp web)
{
    private const int Ok = 200;

    // RFC 9110 §15.5.5, §15.5.11: a web server that knows no such place or domain says one of these.
    private static readonly int[] NotThere = [404, 410];

    /// <summary>An inquiry for the settings file at <paramref name="address"/>, whose query is not shown.</summary>
    /// <param name="source">On whose behalf.</param>
    /// <param name="address">Where the file may be.</param>
    /// <param name="question">Whose servers are looked for.</param>
    /// <param name="deadline">The run's time.</param>
    /// <param name="secureSoFar">Whether what led here could not have been forged.</param>
    internal Inquiry At(DiscoverySource source, Uri address, DiscoveryQuestion question, Deadline deadline, bool secureSoFar = true)
    {
        var place = new Place(source, address.GetLeftPart(UriPartial.Path));
        return new Inquiry(place, async token => new Answer(Judge(place, await web.GetAsync(address, deadline, token), question, secureSoFar)));
    }

    /// <summary>The attempt that a fetch without a usable answer makes; null when there is a body to read.</summary>
    internal static SourceAttempt? Miss(Place place, HttpFetch fetch) => fetch switch
    {
        // A name for settings that does not exist is the usual way of not publishing any.
        { Failure: FailureKind.HostNotFound or FailureKind.NoAddress } => place.Attempt(SourceOutcome.NotFound),
        { Failure: { } kind } => place.Failed(kind, fetch.Detail),
        { Status: Ok } => null,
        { Status: { } status } when NotThere.Contains(status) => place.Attempt(SourceOutcome.NotFound),
        _ => place.Failed(FailureKind.HttpStatus, FormattableString.Invariant($"{fetch.Status}")),
    };

    private static SourceAttempt Judge(Place place, HttpFetch fetch, DiscoveryQuestion question, bool secureSoFar) =>
        Miss(place, fetch) ?? Of(place, AutoconfigReader.Read(fetch.Body, question.Domain, AddressForm.Sent(question))) with { Secure = secureSoFar && fetch.Secure, Dated = fetch.LastModified };

    /// <summary>The attempt that a read settings file makes.</summary>
    internal static SourceAttempt Of(Place place, PublishedSettings read)
    {
        if (read.Unreadable is { } why) return place.Failed(FailureKind.DocumentInvalid, why);
        return place.Attempt(read.Incoming.Count + read.Outgoing.Count > 0 ? SourceOutcome.Found : SourceOutcome.NotFound) with
        {
            Incoming = read.Incoming,
            Outgoing = read.Outgoing,
            Preferred = FirstOfBoth(read.Incoming),
            Oddities = read.Oddities,
        };
    }

    // Where a list names both protocols, the first is the format's way of saying what the operator prefers.
    private static MailProtocol? FirstOfBoth(IReadOnlyList<IncomingClaim> claims) =>
        claims.DistinctBy(x => x.Endpoint.Protocol).Count() > 1 ? claims[0].Endpoint.Protocol : null;
}
