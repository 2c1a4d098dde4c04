using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Measurement;

/// <summary>
/// How small the Inbox becomes when the server compresses it (COMPRESS=DEFLATE, RFC 4978), from the samples: text shrinks to a third and attachments to three quarters, so each
/// message is taken to shrink like the sample that is next to it in size.
/// </summary>
/// <param name="Ratio">Bytes after by bytes before.</param>
/// <param name="Spread">How far that may be off, as a share of it: the standard error of the samples.</param>
public sealed record DeflateRatio([property: SentRounded(3)] double Ratio, [property: SentRounded(3)] double Spread)
{
    /// <summary>Reads the samples; null where they were not deflated, because the server does not offer it.</summary>
    internal static DeflateRatio? Of(IReadOnlyList<SampleFetch> samples, IReadOnlyList<MessageSize> messages)
    {
        var ratios = samples.Where(x => x is { Bytes: > 0, Deflated: not null }).OrderBy(x => x.Bytes).Select(x => (x.Bytes, Ratio: x.Deflated!.Value / (double)x.Bytes)).ToList();
        double all = messages.Sum(x => x.Bytes);
        if (ratios.Count == 0 || all <= 0) return null;
        var weights = new double[ratios.Count];
        foreach (var message in messages) weights[Nearest(ratios, message.Bytes)] += message.Bytes / all;
        var mean = ratios.Select((x, i) => weights[i] * x.Ratio).Sum();
        var variance = ratios.Select((x, i) => weights[i] * Math.Pow(x.Ratio - mean, 2)).Sum();
        return new DeflateRatio(mean, Math.Sqrt(variance * weights.Sum(x => x * x)) / mean);
    }

    private static int Nearest(List<(long Bytes, double Ratio)> samples, long bytes) =>
        Enumerable.Range(0, samples.Count).MinBy(i => Math.Abs(Math.Log(samples[i].Bytes / (double)Math.Max(1, bytes))));
}
