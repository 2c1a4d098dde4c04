using System.Globalization;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>What the server's POP3 policy means for a client: from the maildrop, else from what is announced before the sign-in (RFC 2449 §6).</summary>
internal static class Pop3PolicyDetector
{
    public static IEnumerable<Finding> Find(Case c)
    {
        var offered = c.Facts.Of(MailProtocol.Pop3).Where(x => x.Probe.Usable).Select(x => x.Probe.Capabilities).FirstOrDefault(x => x is { Lines.Count: > 0 });
        return new[] { Uidl(c.Facts.Pop3, offered), Expire(c, offered), LoginDelay(c, offered) }.OfType<Finding>();
    }

    // UIDL may work without being announced, so a missing announcement alone makes it possible only.
    private static Finding? Uidl(Pop3Maildrop? maildrop, CapabilitySet? offered) => maildrop?.Uidl switch
    {
        false => Found.For(MailProtocol.Pop3, FindingCode.Pop3NoUidl),
        null when offered?.Has("UIDL") == false => Found.For(MailProtocol.Pop3, FindingCode.Pop3NoUidl, "UIDL not announced", FindingConfidence.Possible),
        _ => null,
    };

    // EXPIRE 0 is of what POP3 fetches: with IMAP as the advice it is good to know, no more.
    private static Finding? Expire(Case c, CapabilitySet? offered)
    {
        var days = c.Facts.Pop3?.ExpiresOnRetrieval == true ? 0 : c.Facts.Pop3?.ExpireDays ?? Number(offered, "EXPIRE");
        if (days is null) return null;
        var finding = Found.For(MailProtocol.Pop3, FindingCode.Pop3ExpirePolicy, Found.Text($"EXPIRE {days} (days)"));
        return days == 0 && c.Recommendation?.Protocol == MailProtocol.Imap ? finding with { Severity = Severity.Info } : finding;
    }

    // Where the sign-in itself ran into the delay, SignInDetector tells it.
    private static Finding? LoginDelay(Case c, CapabilitySet? offered)
    {
        if (c.Facts.Endpoints.Any(x => x.SignIn.Reason == SignInReason.Pop3LoginDelay)) return null;
        return (c.Facts.Pop3?.LoginDelaySeconds ?? Number(offered, "LOGIN-DELAY")) is > 0 and { } seconds
            ? Found.For(MailProtocol.Pop3, FindingCode.Pop3LoginDelay, Found.Text($"LOGIN-DELAY {seconds} (seconds)")) : null;
    }

    // "EXPIRE NEVER" is no number. "60 USER" differs from user to user, and is worth telling all the same.
    private static int? Number(CapabilitySet? offered, string name) =>
        int.TryParse(offered?.Argument(name)?.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
