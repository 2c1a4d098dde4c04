using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>Fetches that take longer than the line explains.</summary>
internal static class FetchSpeedDetector
{
    /// <summary>A fetch is one round trip, and a few more for a message that exceeds the first window.</summary>
    private const double RoundTrips = 3;

    /// <summary>On a short line three round trips are nothing; so much on top of them is felt.</summary>
    private const double ExcessMs = 150;

    /// <summary>Under this rate a batch is slow on any line of today, given that it filled whatever held it up.</summary>
    private const double SlowBytesPerSecond = 64 * 1024;
    private const long TellingBytes = 64 * 1024;
    private const double BytesPerMsPerMbit = 125;

    public static IEnumerable<Finding> Find(Case c) => new[]
    {
        Judge(MailProtocol.Imap, c.Facts.Imap?.Fetch, RoundTripMs(c, MailProtocol.Imap)),
        Judge(MailProtocol.Pop3, c.Facts.Pop3?.Fetch, RoundTripMs(c, MailProtocol.Pop3)),
    }.OfType<Finding>();

    private static Finding? Judge(MailProtocol protocol, LatencySummary? fetch, double? roundTripMs)
    {
        if (fetch is null or { Samples: 0 }) return null;
        if (RepeatableMs(fetch) - (RoundTrips * roundTripMs) - LineMs(fetch) > ExcessMs)
            return Found.For(protocol, FindingCode.FetchSlow, Duration(fetch.MedianMs, roundTripMs), FindingConfidence.Likely);
        return fetch is { ThroughputBytesPerSecond: < SlowBytesPerSecond, Bytes: >= TellingBytes, DownMbitKind: not CapacityKind.AtLeast } && IsRepeatablySlow(fetch)
            ? Found.For(protocol, FindingCode.FetchSlow, Seen.That(EvidenceCode.FetchRate, ("bytes", (long)fetch.ThroughputBytesPerSecond.Value)), FindingConfidence.Likely) : null;
    }

    // One lost packet is not the server's. The median of several fetches does not feel it; of fewer, all must have been slow, and of one message its second fetch, too.
    private static double? RepeatableMs(LatencySummary fetch) => fetch.Samples switch
    {
        >= SampleSpread.Fewest => fetch.MedianMs,
        > 1 => fetch.MinMs,
        _ => fetch is { Batched: true, ThroughputBytesPerSecond: > 0 and { } rate } ? Math.Min(fetch.MedianMs, fetch.Bytes / rate * 1000) : null,
    };

    // The same of a batch: of few messages, one by one they must have been as slow.
    private static bool IsRepeatablySlow(LatencySummary fetch) => fetch.Samples >= SampleSpread.Fewest
        || ((fetch.Batched || fetch.Samples > 1) && fetch.Bytes < SlowBytesPerSecond * fetch.Samples * fetch.MedianMs / 1000);

    private static FindingEvidence Duration(double medianMs, double? roundTripMs) => roundTripMs is { } there
        ? Seen.That(EvidenceCode.FetchTakes, ("ms", Math.Round(medianMs)), ("roundTripMs", Math.Round(there))) : Seen.That(EvidenceCode.FetchTakesMs, ("ms", Math.Round(medianMs)));

    // What a narrow line takes for a message of mean size is not the server's.
    private static double LineMs(LatencySummary fetch) =>
        fetch is { DownMbit: > 0 and { } mbit, DownMbitKind: CapacityKind.Reached } ? fetch.Bytes / (double)fetch.Samples / (mbit * BytesPerMsPerMbit) : 0;

    private static double? RoundTripMs(Case c, MailProtocol protocol) => c.Facts.Of(protocol)
        .OrderByDescending(x => x.SignIn.Outcome == SignInOutcome.Accepted).Select(x => x.Probe.RoundTripMs).FirstOrDefault(x => x is not null);
}
