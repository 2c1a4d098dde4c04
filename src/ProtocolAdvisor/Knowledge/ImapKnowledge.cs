using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Knowledge;

/// <summary>What is known of IMAP at this mailbox.</summary>
public sealed record ImapKnowledge : ProtocolKnowledge
{
    /// <summary>The mailbox as IMAP shows it.</summary>
    [SentFlat]
    public ImapMailbox Mailbox { get; init; } = new();

    /// <summary>Whether a sign-in takes its first message along (SASL-IR, RFC 4959); null where it is not known.</summary>
    public bool? InitialResponse { get; init; }

    /// <summary>How small the mailbox becomes where the server offers to compress it (RFC 4978), as told; null where it does not.</summary>
    public DeflateRatio? Deflate { get; init; }

    internal DeflateRatio? Shrinks => Deflate ?? Fetch?.Deflate;

    private protected override LatencySummary? Fetch => Mailbox.Fetch;

    internal static ImapKnowledge From(AssessmentFacts facts)
    {
        var endpoints = facts.Of(MailProtocol.Imap).ToList();
        var announced = endpoints.Exists(x => Announces(x.Probe.Capabilities)) ? true : (bool?)null;
        return new()
        {
            Access = AccessReading.OfProtocol(facts, MailProtocol.Imap),
            SignIn = AccessReading.OfSignIn(facts, MailProtocol.Imap),
            Opening = AccessReading.OfMailbox(facts, MailProtocol.Imap),
            Server = ServerLine.Of(endpoints),
            Mailbox = (facts.Imap ?? new()) with { Idle = facts.Imap?.Idle ?? announced },
            InitialResponse = endpoints.Select(x => x.Probe.Capabilities?.Has("SASL-IR")).FirstOrDefault(x => x is not null),
        };
    }

    // Before the sign-in a server need not tell all that it can do: what is missing there is not denied. RFC 9051 has IDLE built in.
    private static bool Announces(CapabilitySet? offered) => offered is not null && (offered.Has("IDLE") || offered.Has("IMAP4rev2"));
}
