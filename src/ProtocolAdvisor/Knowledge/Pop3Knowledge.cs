using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Knowledge;

/// <summary>What is known of POP3 at this mailbox.</summary>
public sealed record Pop3Knowledge : ProtocolKnowledge
{
    /// <summary>The maildrop as POP3 shows it.</summary>
    [SentFlat]
    public Pop3Maildrop Maildrop { get; init; } = new();

    private protected override LatencySummary? Fetch => Maildrop.Fetch;

    internal static Pop3Knowledge From(AssessmentFacts facts)
    {
        var endpoints = facts.Of(MailProtocol.Pop3).ToList();
        return new()
        {
            Access = AccessReading.OfProtocol(facts, MailProtocol.Pop3),
            SignIn = AccessReading.OfSignIn(facts, MailProtocol.Pop3),
            Opening = AccessReading.OfMailbox(facts, MailProtocol.Pop3),
            Server = ServerLine.Of(endpoints),
            Maildrop = facts.Pop3 ?? new(),
        };
    }
}
