using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor;

/// <summary>What a run knows before its end, and of which protocol more may still come.</summary>
/// <param name="Facts">As the report would have them if the run ended now: what is under way stands there as cut off.</param>
/// <param name="Imap">How far IMAP has come.</param>
/// <param name="Pop3">How far POP3 has come.</param>
public sealed record RunSoFar(AssessmentFacts Facts, ProtocolStage Imap, ProtocolStage Pop3)
{
    /// <summary>How far a protocol has come.</summary>
    /// <param name="protocol">One that is compared.</param>
    public ProtocolStage this[MailProtocol protocol] => protocol switch
    {
        MailProtocol.Imap => Imap,
        MailProtocol.Pop3 => Pop3,
        MailProtocol.Submission => throw protocol.IsNotCompared(),
    };
}

/// <summary>How far a run has come with one protocol. It goes back only where nothing of what was published lives, and guesses are added to the search.</summary>
public enum ProtocolStage
{
    /// <summary>Anything may still come: probes, a sign-in, a mailbox.</summary>
    ToCome,

    /// <summary>The server let the user in and opened the mailbox: how large and how fast it is may still come.</summary>
    Opened,

    /// <summary>Nothing more comes of it that advice rests on.</summary>
    Ended,
}
