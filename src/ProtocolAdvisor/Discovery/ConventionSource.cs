using System.Net;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Names;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>
/// Names that mail servers conventionally have, with the standard ports; only what resolves. A wildcard record makes every name resolve, so names below the
/// domain that lead where any name leads are no evidence. Guessing finds 10–14 % of the domains of Thunderbird's catalogue (measured): publishing beats it.
/// </summary>
internal sealed class ConventionSource(DnsLookup dns, AddressPolicy policy)
{
    private static readonly MailProtocol[] Both = [.. MailProtocols.Compared];

    /// <summary>A label that nobody has a reason to register.</summary>
    private const string NoSuchLabel = "protocol-advisor-no-such-name";

    private const string AnyLabel = "*.";

    /// <summary>Below <c>.invalid</c> no name ever exists (RFC 6761 §6.4): a resolver that answers rewrites answers.</summary>
    private static readonly HostName Impossible = HostName.Parse("protocol-advisor.invalid");

    /// <summary>Every name.</summary>
    internal IEnumerable<Inquiry> For(DiscoveryQuestion question)
    {
        var domain = question.Domain.Value;
        return
        [
            Named($"imap.{domain}", question, [MailProtocol.Imap]),
            Named($"pop3.{domain}", question, [MailProtocol.Pop3]),
            Named($"pop.{domain}", question, [MailProtocol.Pop3]),
            Named($"smtp.{domain}", question, [MailProtocol.Submission]),
            Named($"mail.{domain}", question, [.. MailProtocols.All]),
            Named(domain, question, Both),
            Exchanger(question),
            AnyName(question),
        ];
    }

    /// <summary>The usual ports of a host that a settings file names at a port which cannot be right.</summary>
    internal Inquiry UsualPortsOf(HostName host, MailProtocol protocol)
    {
        var place = new Place(DiscoverySource.Convention, host.Value);
        return new Inquiry(place, async token => new Answer(policy.Allows(host)
            ? Judge(place, host, await dns.AddressesAsync(host, token), [], [protocol]) : place.Failed(FailureKind.AddressBlocked)));
    }

    /// <summary>Whether every name below the domain leads somewhere: that one of them does, says nothing then.</summary>
    internal static bool KnowsEveryName(DiscoveryResult discovery) => discovery.Attempts.Any(x =>
        x is { Source: DiscoverySource.Convention, Outcome: SourceOutcome.Found } && x.Location.StartsWith(AnyLabel, StringComparison.Ordinal));

    private Inquiry Named(string name, DiscoveryQuestion question, MailProtocol[] protocols)
    {
        var place = new Place(DiscoverySource.Convention, name);
        return new Inquiry(place, async token =>
        {
            if (!HostName.TryParse(name, null, out var host)) return new Answer(place.Attempt(SourceOutcome.Skipped));

            // An exchanger is a stranger's word: whether a name of our own network exists is not told to him.
            if (!policy.Allows(host)) return new Answer(place.Failed(FailureKind.AddressBlocked));
            var anyName = protocols.Length == 1 ? WildcardAsync(question, token) : Task.FromResult(new DnsReply<IPAddress>([], false));
            var reply = await dns.AddressesAsync(host, token, question.Audit is not null);
            return new Answer(Judge(place, host, reply, (await anyName).Records, protocols));
        });
    }

    private static SourceAttempt Judge(Place place, HostName host, DnsReply<IPAddress> reply, IReadOnlyList<IPAddress> anyName, MailProtocol[] protocols)
    {
        if (reply.Failure is { } kind and not FailureKind.HostNotFound) return place.Failed(kind);
        if (reply.Records.Count == 0) return place.Attempt(SourceOutcome.NotFound);
        if (anyName.Count > 0 && reply.Records.All(anyName.Contains))
            return place.Attempt(SourceOutcome.NotFound) with { Oddities = [new(RemarkCode.LikeAnyName)] };
        return place.Attempt(SourceOutcome.Found) with
        {
            Incoming = [.. MailEndpoint.StandardOf(host).Where(x => protocols.Contains(x.Protocol)).Select(x => new IncomingClaim(x, null, []))],
            Outgoing = [.. MailEndpoint.SubmissionOf(host).Where(x => protocols.Contains(x.Protocol)).Select(OutgoingClaim.At)],
        };
    }

    private Inquiry Exchanger(DiscoveryQuestion question)
    {
        var place = new Place(DiscoverySource.Convention, $"{question.Domain} MX");
        return new Inquiry(place, async token =>
        {
            var reply = await dns.MailExchangersAsync(question.Domain, token);
            if (reply.Failure is { } kind and not FailureKind.HostNotFound) return new Answer(place.Failed(kind));
            return MxSource.InOrder(reply).FirstOrDefault() is { } host
                ? new Answer(place.Attempt(SourceOutcome.Found), [Named(host.Value, question, Both)])
                : new Answer(place.Attempt(SourceOutcome.NotFound));
        });
    }

    private Inquiry AnyName(DiscoveryQuestion question)
    {
        var place = new Place(DiscoverySource.Convention, $"{AnyLabel}{question.Domain}");
        return new Inquiry(place, async token => await WildcardAsync(question, token) switch
        {
            { Records.Count: > 0 } => new Answer(place.Attempt(SourceOutcome.Found) with { Oddities = [new(RemarkCode.AnyName)] }, [Forger()]),
            { Failure: { } kind and not FailureKind.HostNotFound } => new Answer(place.Failed(kind)),
            _ => new Answer(place.Attempt(SourceOutcome.NotFound)),
        });
    }

    private Inquiry Forger()
    {
        var place = new Place(DiscoverySource.Convention, Impossible.Value);
        return new Inquiry(place, async token => await dns.AddressesAsync(Impossible, token) switch
        {
            { Records.Count: > 0 } => new Answer(place.Failed(FailureKind.AnswerForged)),
            { Failure: { } kind and not FailureKind.HostNotFound } => new Answer(place.Failed(kind)),
            _ => new Answer(place.Attempt(SourceOutcome.NotFound)),
        });
    }

    private Task<DnsReply<IPAddress>> WildcardAsync(DiscoveryQuestion question, CancellationToken token) =>
        HostName.TryParse($"{NoSuchLabel}.{question.Domain}", null, out var nobody) ? dns.AddressesAsync(nobody, token, question.Audit is not null) : Task.FromResult(new DnsReply<IPAddress>([], false));
}
