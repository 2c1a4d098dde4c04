using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Web;
using ProtocolAdvisor.Discovery.Autoconfig;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>
/// Settings files on web servers, in the autoconfig format: what a domain's own source, the catalogue and the mail exchanger's have in common. They are kept for a day,
/// and "not there" for an hour; what cannot be read is not kept, for somebody may be mending it.
/// </summary>
/// <param name="web">Fetches and keeps.</param>
/// <param name="usualPortsOf">Where to look for a server that a file names at another protocol's port.</param>
internal sealed class PublishedFiles(GuardedHttp web, Func<HostName, MailProtocol, Inquiry> usualPortsOf)
{
    /// <summary>What is told where a server said no to a stand-in.</summary>
    internal static readonly Remark StandInAsked = new(RemarkCode.StandInAsked);

    private const int Ok = 200;
    private const int MostGuesses = 4;
    private static readonly TimeSpan FileLifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan MissLifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan FaultLifetime = TimeSpan.FromMinutes(1);

    // RFC 9110 §15.5.5, §15.5.11: a web server that knows no such place or domain says one of these.
    private static readonly int[] NotThere = [404, 410];

    /// <summary>An inquiry for the settings file at <paramref name="address"/>, whose query is not shown.</summary>
    /// <param name="source">On whose behalf.</param>
    /// <param name="address">Where the file may be.</param>
    /// <param name="question">Whose servers are looked for.</param>
    /// <param name="deadline">The run's time.</param>
    /// <param name="secureSoFar">Whether what led here could not have been forged.</param>
    /// <param name="speaksFor">As in <see cref="AutoconfigReader.Read"/>.</param>
    /// <param name="insteadOf">Whose address is sent in the stead of the question's, at a place that many domains of an audit have in common: that nobody answers there is kept for a moment, too.</param>
    internal Inquiry At(
        DiscoverySource source, Uri address, DiscoveryQuestion question, Deadline deadline, bool secureSoFar = true, IReadOnlyList<HostName>? speaksFor = null, DiscoveryQuestion? insteadOf = null)
    {
        var place = new Place(source, address.GetLeftPart(UriPartial.Path));
        var standIn = address.Query.Length > 0 && !AddressForm.IsSent(question);
        return new Inquiry(place, async token =>
        {
            // What holds a user's address is his alone.
            var fetch = address.Query.Length > 0 && !standIn ? await web.GetAsync(address, deadline, token) : await web.GetKeptAsync(address, insteadOf is null ? LifetimeOf : SharedLifetimeOf, token);
            if (Miss(place, fetch) is { } miss) return new Answer(standIn && fetch.Status is not null ? ForStandIn(miss) : miss);
            return Read(place, AutoconfigReader.Read(fetch.Body, question.Domain, AddressForm.Sent(insteadOf ?? question), speaksFor), question, secureSoFar && fetch.Secure, fetch.LastModified);
        });
    }

    /// <summary>The answer that a read settings file makes, with the guesses to which it leads.</summary>
    internal Answer Read(Place place, PublishedSettings read, DiscoveryQuestion question, bool secure, DateTimeOffset? dated) => new(
        Of(place, read) with { Secure = secure, Dated = dated },
        [.. read.Misplaced.Where(x => x.Host != question.Domain).Take(MostGuesses).Select(x => usualPortsOf(x.Host, x.Protocol))]);

    /// <summary>The attempt that a fetch without a usable answer makes; null when there is a body to read.</summary>
    internal static SourceAttempt? Miss(Place place, HttpFetch fetch) => fetch switch
    {
        // A name for settings that does not exist is the usual way of not publishing any; a redirect to such a name, which is then told, is a fault.
        { Failure: FailureKind.HostNotFound or FailureKind.NoAddress, Detail: null } => place.Attempt(SourceOutcome.NotFound),
        { Failure: { } kind } => place.Failed(kind, fetch.Detail, fetch.Remark),
        { Status: Ok } => null,
        { Status: { } status } when NotThere.Contains(status) => place.Attempt(SourceOutcome.NotFound),
        _ => place.Failed(FailureKind.HttpStatus, FormattableString.Invariant($"{fetch.Status}")),
    };

    /// <summary>The attempt that a read settings file makes. A home page in its place says that there is none.</summary>
    internal static SourceAttempt Of(Place place, PublishedSettings read)
    {
        if (read.IsWebPage) return place.Attempt(SourceOutcome.NotFound) with { Oddities = [DocumentText.WebPage] };
        if (read.Unreadable is { } why) return place.Failed(FailureKind.DocumentInvalid, remark: why);
        return place.Attempt(read.NamesAnything ? SourceOutcome.Found : SourceOutcome.NotFound) with
        {
            Incoming = read.Incoming,
            Outgoing = read.Outgoing,
            OtherWays = read.OtherWays,
            OAuth = read.OAuth,
            ProviderId = read.ProviderId,
            Preferred = FirstOfBoth(read.Incoming),
            Oddities = read.Oddities,
            NamesNoUsableServer = read.NamesNoUsableServer,
        };
    }

    private static SourceAttempt ForStandIn(SourceAttempt miss) =>
        miss.Outcome == SourceOutcome.NotFound ? miss with { AskedForStandIn = true, Oddities = [.. miss.Oddities, StandInAsked] } : miss;

    /// <summary>How long an answer is kept.</summary>
    internal static TimeSpan LifetimeOf(HttpFetch fetch) => fetch switch
    {
        { Status: { } status } when NotThere.Contains(status) => MissLifetime,
        { Status: Ok } => BoundedXml.TryRead(fetch.Body.Span, out _, out var unreadable) ? FileLifetime : unreadable == DocumentText.WebPage ? MissLifetime : TimeSpan.Zero,
        _ => TimeSpan.Zero,
    };

    // A dead web server is not dialled by each of a provider's 40,000 customers; what only we could not do is nobody's answer.
    private static TimeSpan SharedLifetimeOf(HttpFetch fetch) => fetch switch
    {
        { Failure: FailureKind.TargetBusy or FailureKind.LocalFault or FailureKind.LookupImpossible or FailureKind.DeadlineReached or FailureKind.Unexpected } => TimeSpan.Zero,
        _ => LifetimeOf(fetch) is var good && good > TimeSpan.Zero ? good : FaultLifetime,
    };

    // Where a list names both protocols, the first is the format's way of saying what the operator prefers.
    private static MailProtocol? FirstOfBoth(IReadOnlyList<IncomingClaim> claims) =>
        claims.DistinctBy(x => x.Endpoint.Protocol).Count() > 1 ? claims[0].Endpoint.Protocol : null;
}
