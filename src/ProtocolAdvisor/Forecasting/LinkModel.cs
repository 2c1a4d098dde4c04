using System.Text.Json.Serialization;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Forecasting;

/// <summary>The line that a forecast is reckoned for.</summary>
/// <param name="RoundTripMs">Round-trip time in milliseconds: that of the nearer of the two servers where the user named none.</param>
/// <param name="DownMbit">Capacity towards the user in Mbit/s.</param>
/// <param name="RoundTripBasis">Where the round-trip time comes from.</param>
/// <param name="DownMbitBasis">Where the capacity comes from.</param>
public sealed record LinkModel(
    double RoundTripMs, [property: SentRounded(3)] double DownMbit, [property: JsonPropertyOrder(1)] LinkBasis RoundTripBasis, [property: JsonPropertyOrder(1)] LinkBasis DownMbitBasis)
{
    /// <summary>What most people's lines carry; put in where nothing is known.</summary>
    internal const double UsualMbit = 100;

    // One batch that came late once can look twice as narrow as the other.
    private const double MuchNarrower = 0.25;

    /// <summary>What both are worth together: as much as the weaker of them.</summary>
    public LinkBasis Basis => (LinkBasis)Math.Max((int)RoundTripBasis, (int)DownMbitBasis);

    /// <summary>The user's line as far as it was told, else ours as far as it was measured; null without any round-trip time.</summary>
    internal static LinkModel? Of(KnownFacts facts, UserLink? link)
    {
        if ((link?.RoundTripMs ?? Nearest(facts)) is not { } roundTripMs) return null;
        var measured = Widest(facts.Imap?.CapacityMbit, facts.Pop3?.CapacityMbit);
        return new LinkModel(
            roundTripMs,
            link?.DownMbit ?? measured ?? UsualMbit,
            link?.RoundTripMs is null ? LinkBasis.Measured : LinkBasis.Given,
            link?.DownMbit is not null ? LinkBasis.Given : measured is null ? LinkBasis.Assumed : IsMeasured(facts, measured) ? LinkBasis.Measured : LinkBasis.Told);
    }

    /// <summary>The same line up to one protocol's server: where the user named no round-trip time, that server's own; and no faster than the server sends.</summary>
    internal LinkModel To(ProtocolKnowledge server, ProtocolKnowledge? other, UserLink? link) => this with
    {
        RoundTripMs = link?.RoundTripMs ?? server.Server.RoundTripMs ?? RoundTripMs,
        DownMbit = Math.Min(DownMbit, SlowServerMbit(server, other) ?? DownMbit),
    };

    // Both protocols were sampled over one line: one that came out much narrower than the other is held back by its server.
    private static double? SlowServerMbit(ProtocolKnowledge server, ProtocolKnowledge? other) => server.CapacityMbit < MuchNarrower * other?.CapacityMbit ? server.CapacityMbit : null;

    private static double? Nearest(KnownFacts facts) => (facts.Imap?.Server.RoundTripMs, facts.Pop3?.Server.RoundTripMs) switch
    {
        ({ } imap, { } pop3) => Math.Min(imap, pop3),
        var (imap, pop3) => imap ?? pop3,
    };

    private static bool IsMeasured(KnownFacts facts, double? capacity) =>
        (facts.Imap is { CapacityIsTold: false } imap && imap.CapacityMbit == capacity) || (facts.Pop3 is { CapacityIsTold: false } pop3 && pop3.CapacityMbit == capacity);

    private static double? Widest(double? one, double? other) => one is { } x && other is { } y ? Math.Max(x, y) : one ?? other;
}

/// <summary>Where a figure of a line comes from; the surer, the earlier.</summary>
[JsonConverter(typeof(CamelCase<LinkBasis>))]
public enum LinkBasis
{
    /// <summary>The user named it.</summary>
    Given,

    /// <summary>Measured on our line.</summary>
    Measured,

    /// <summary>Follows from the throughput that the caller tells.</summary>
    Told,

    /// <summary>Not known: the usual one was put in.</summary>
    Assumed,
}
