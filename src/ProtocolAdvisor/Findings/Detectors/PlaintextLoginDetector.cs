using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>
/// A sign-in that would be taken in clear text. No password is ever tried, so it is likely, not certain; and where only the offer was read, it is possible: servers offer
/// USER and then refuse it.
/// </summary>
internal static class PlaintextLoginDetector
{
    public static IEnumerable<Finding> Find(Case c) =>
        from probe in c.Probes
        let offered = probe.OfferedInClear
        where offered is { Lines.Count: > 0 }
        let seen = probe.Endpoint.Protocol switch
        {
            MailProtocol.Imap => Imap(offered),
            MailProtocol.Pop3 => Pop3(offered, probe.UserInClearReply),
            MailProtocol.Submission => Submission(offered),
        }
        where seen is not null
        select Found.At(probe, probe.Endpoint.Protocol.ReadsMail() ? FindingCode.PlaintextLoginAllowed : FindingCode.SubmissionAuthBeforeTls, seen.Value.Evidence, seen.Value.Confidence);

    // RFC 9051 §6.2.3: a server that does not take LOGIN in clear must say LOGINDISABLED.
    private static (FindingEvidence Evidence, FindingConfidence Confidence)? Imap(CapabilitySet offered) =>
        offered.Has("LOGINDISABLED") ? null : (Seen.That(EvidenceCode.NotOfferedBeforeTls, ("word", "LOGINDISABLED")), FindingConfidence.Likely);

    private static (FindingEvidence Evidence, FindingConfidence Confidence)? Pop3(CapabilitySet offered, string? reply) => reply switch
    {
        not null when reply.StartsWith("+OK", StringComparison.OrdinalIgnoreCase) => (new(Offered("USER") with { Quote = reply }), FindingConfidence.Likely),
        not null when !IsOfTheName(reply) => null,
        _ when offered.Has("USER") => (new(Offered("USER")), FindingConfidence.Possible),
        _ => Mechanism(offered, "SASL"),
    };

    // RFC 4954 §4: a mechanism that needs encryption is not to be offered without it.
    private static (FindingEvidence Evidence, FindingConfidence Confidence)? Submission(CapabilitySet offered) => Mechanism(offered, "AUTH");

    private static (FindingEvidence Evidence, FindingConfidence Confidence)? Mechanism(CapabilitySet offered, string word) =>
        offered.SaslMechanisms.FirstOrDefault(x => x is "PLAIN" or "LOGIN") is { } mechanism
            ? (new(Offered($"{word} {mechanism}")), FindingConfidence.Possible) : null;

    private static EvidencePart Offered(string word) => Seen.Part(EvidenceCode.OfferedBeforeTls, ("word", word));

    // Some servers refuse a name that they do not know: that says nothing of another name.
    private static bool IsOfTheName(string refusal) => SignInRefusal.Known(refusal, MailProtocol.Pop3)?.Reason == SignInReason.AuthBadCredentials;
}
