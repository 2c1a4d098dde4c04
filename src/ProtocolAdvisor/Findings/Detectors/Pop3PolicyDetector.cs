using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>
/// What the server's POP3 policy means for a client: what it told this user, else what it announces before the sign-in (RFC 2449 §6). With USER behind it, that is the
/// strictest user's, so it is possible only, and good to know, no more.
/// </summary>
internal static class Pop3PolicyDetector
{
    private static readonly CapabilitySet Nothing = new([]);

    public static IEnumerable<Finding> Find(Case c)
    {
        var announced = c.Facts.Pop3 is { ListedAfterSignIn: true } ? Nothing
            : c.Facts.Of(MailProtocol.Pop3).Where(x => x.Probe.Usable).Select(x => x.Probe.Capabilities).FirstOrDefault(x => x is { Lines.Count: > 0 }) ?? Nothing;
        return new[] { Uidl(c.Facts.Pop3, announced), Expire(c, announced), LoginDelay(c, announced) }.OfType<Finding>();
    }

    // UIDL may work without being announced, so a missing announcement alone makes it possible only.
    private static Finding? Uidl(Pop3Maildrop? maildrop, CapabilitySet announced) => maildrop?.Uidl switch
    {
        false => Found.For(MailProtocol.Pop3, FindingCode.Pop3NoUidl),
        null when announced.Lines.Count > 0 && !announced.Has("UIDL") =>
            Found.For(MailProtocol.Pop3, FindingCode.Pop3NoUidl, Seen.That(EvidenceCode.NotAnnounced, ("word", "UIDL")), FindingConfidence.Possible),
        _ => null,
    };

    // EXPIRE 0 is of what POP3 fetches: with IMAP as the advice it is good to know, no more.
    private static Finding? Expire(Case c, CapabilitySet announced)
    {
        var own = c.Facts.Pop3?.ExpiresOnRetrieval == true ? 0 : c.Facts.Pop3?.ExpireDays ?? MaildropPolicy.Own(announced, "EXPIRE");
        if ((own ?? MaildropPolicy.Number(announced, "EXPIRE")) is not { } days) return null;
        var finding = Told(FindingCode.Pop3ExpirePolicy, days == 0 ? Seen.That(EvidenceCode.ExpireAtOnce) : Seen.That(EvidenceCode.Expire, ("days", days)), own is not null);
        return days == 0 && c.Advises(MailProtocol.Imap) ? finding with { Severity = Severity.Info } : finding;
    }

    // Where the sign-in itself ran into the delay, SignInDetector tells it.
    private static Finding? LoginDelay(Case c, CapabilitySet announced)
    {
        if (c.Facts.Endpoints.Any(x => x.SignIn.Reason == SignInReason.Pop3LoginDelay)) return null;
        var own = c.Facts.Pop3?.LoginDelaySeconds ?? MaildropPolicy.Own(announced, "LOGIN-DELAY");
        return (own ?? MaildropPolicy.Number(announced, "LOGIN-DELAY")) is > 0 and { } seconds
            ? Told(FindingCode.Pop3LoginDelay, Seen.That(EvidenceCode.LoginDelay, ("seconds", seconds)), own is not null) : null;
    }

    private static Finding Told(FindingCode code, FindingEvidence evidence, bool ofThisUser) => ofThisUser
        ? Found.For(MailProtocol.Pop3, code, evidence)
        : Found.For(MailProtocol.Pop3, code, evidence, FindingConfidence.Possible) with { Severity = Severity.Info };
}
