using System.Text.Json;
using ProtocolAdvisor.Dialing.Names;
using ProtocolAdvisor.Dialing.Web;
using ProtocolAdvisor.Discovery.Autoconfig;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>
/// Whether the mailbox can be reached by JMAP: its SRV record and its well-known place (RFC 8620 §2.2). Both are asked beside the rest and not waited for: IMAP and POP3 do
/// not depend on them.
/// </summary>
/// <param name="dns">Looks the record up.</param>
/// <param name="web">Asks the place.</param>
internal sealed class JmapSource(DnsLookup dns, GuardedHttp web)
{
    private const string ServiceName = "_jmap._tcp.";
    private const string WellKnown = "/.well-known/jmap";

    /// <summary>What a server for mail names among its abilities (RFC 8621 §1.3.1).</summary>
    private const string MailCapability = "urn:ietf:params:jmap:mail";

    private const int MaxDepth = 32;
    private const int MostTargets = 2;
    private const int HttpsPort = 443;
    private const int Unauthorized = 401;

    /// <summary>The two questions.</summary>
    internal IEnumerable<Inquiry> For(DiscoveryQuestion question) => [Record(question), Place(question)];

    /// <summary>Whether an attempt is one of these: what it has not heard leaves nothing open about IMAP and POP3.</summary>
    internal static bool Asked(SourceAttempt attempt) => attempt.Source == DiscoverySource.Jmap
        || (attempt.Source == DiscoverySource.Srv && attempt.Location.StartsWith(ServiceName, StringComparison.Ordinal));

    /// <summary>The place of a host, where one begins (RFC 8620 §2.2); null where it may not be shown.</summary>
    internal static string? PlaceAt(HostName host, int port) =>
        PublishedUrl.Read(new UriBuilder(Uri.UriSchemeHttps, host.Value, port == HttpsPort ? -1 : port, WellKnown).Uri.AbsoluteUri);

    private Inquiry Record(DiscoveryQuestion question)
    {
        var place = new Place(DiscoverySource.Srv, ServiceName + question.Domain);
        return new Inquiry(place, async token =>
        {
            var reply = await dns.ServicesAsync(place.Location, token);
            if (reply.Failure is { } kind and not FailureKind.HostNotFound) return new Answer(place.Failed(kind));
            var ways = reply.Records.OrderBy(x => x.Priority).ThenByDescending(x => x.Weight).ThenBy(x => x.Target, StringComparer.Ordinal).ThenBy(x => x.Port)
                .Select(x => x.Port > 0 && HostName.TryParse(x.Target, null, out var host) ? PlaceAt(host, x.Port) : null).OfType<string>()
                .Distinct().Take(MostTargets).Select(x => new OtherWayClaim(OtherWayKind.Jmap, x)).ToList();
            return new Answer(ways.Count == 0
                ? place.Attempt(SourceOutcome.NotFound) : place.Attempt(SourceOutcome.Found) with { Secure = reply.Authenticated, OtherWays = ways });
        })
        { IsAside = true };
    }

    private Inquiry Place(DiscoveryQuestion question)
    {
        var address = new Uri($"https://{question.Domain}{WellKnown}");
        var place = new Place(DiscoverySource.Jmap, address.ToString());
        return new Inquiry(place, async token =>
        {
            // Another place of the same host, which is asked for settings anyway.
            var beside = web.GetKeptAsync(AutoconfigSource.WellKnown(question.Domain), PublishedFiles.LifetimeOf, token);
            var fetch = await web.GetKeptAsync(address, PublishedFiles.LifetimeOf, token);
            var speaks = fetch.Status == Unauthorized ? (await beside).Status != Unauthorized : IsSession(fetch.Body);
            if (speaks) return new Answer(place.Attempt(SourceOutcome.Found) with { Secure = fetch.Secure, OtherWays = [new(OtherWayKind.Jmap, address.ToString())] });
            return new Answer(PublishedFiles.Miss(place, fetch) is { } miss && fetch.Status != Unauthorized ? miss : place.Attempt(SourceOutcome.NotFound));
        })
        { IsAside = true };
    }

    // RFC 8620 §2: a session's object names its abilities. Home pages and everything else are none.
    private static bool IsSession(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return json.RootElement is { ValueKind: JsonValueKind.Object } session && session.TryGetProperty("capabilities", out var capabilities)
                && capabilities.ValueKind == JsonValueKind.Object && capabilities.TryGetProperty(MailCapability, out _);
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            return false; // escapes of half a character, found late
        }
    }
}
