using System.Globalization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>What a server that takes mail in says of itself in its answer to EHLO, read once for all.</summary>
/// <param name="Size">What it says of the largest message (SIZE, RFC 1870 §4).</param>
/// <param name="MaxMessageBytes">The largest message in bytes, encoded as it is sent; null unless <paramref name="Size"/> is limited.</param>
/// <param name="EightBitMime">Whether eight-bit text may stay as it is (8BITMIME, RFC 6152).</param>
/// <param name="SmtpUtf8">Whether addresses may have letters beyond ASCII (SMTPUTF8, RFC 6531).</param>
/// <param name="Pipelining">Whether commands may be sent ahead (PIPELINING, RFC 2920).</param>
/// <param name="Dsn">Whether delivery reports may be asked for (DSN, RFC 3461).</param>
public sealed record SubmissionOffer(SizeOffer Size, long? MaxMessageBytes, bool EightBitMime, bool SmtpUtf8, bool Pipelining, bool Dsn)
{
    private const string SizeKeyword = "SIZE";

    /// <summary>Reads what a probe was told; null where it was told nothing, or speaks another protocol.</summary>
    public static SubmissionOffer? Of(ProbeResult probe)
    {
        ArgumentNullException.ThrowIfNull(probe);
        if (probe.Endpoint.Protocol != MailProtocol.Submission || (probe.Capabilities ?? probe.CapabilitiesBeforeTls) is not { Lines.Count: > 0 } told) return null;
        var (size, bytes) = SizeIn(told);
        return new(size, bytes, told.Has("8BITMIME"), told.Has("SMTPUTF8"), told.Has("PIPELINING"), told.Has("DSN"));
    }

    // A number of at most twenty digits (RFC 1870 §4); what no number of ours holds is as good as no limit.
    private static (SizeOffer, long?) SizeIn(CapabilitySet told) => told.Argument(SizeKeyword) switch
    {
        null => (SizeOffer.NotTold, null),
        "" or "0" => (SizeOffer.Unlimited, null),
        var text when text.Length > 20 || !text.All(char.IsAsciiDigit) => (SizeOffer.Unreadable, null),
        var text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? bytes == 0 ? (SizeOffer.Unlimited, null) : (SizeOffer.Limited, bytes) : (SizeOffer.Unlimited, null),
    };
}

/// <summary>What a server says of the largest message.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(CamelCase<SizeOffer>))]
public enum SizeOffer
{
    /// <summary>Nothing.</summary>
    NotTold,

    /// <summary>There is no fixed limit: SIZE without a number, with 0, or with more than can be meant.</summary>
    Unlimited,

    /// <summary>A number of bytes.</summary>
    Limited,

    /// <summary>Something that is no number.</summary>
    Unreadable,
}
