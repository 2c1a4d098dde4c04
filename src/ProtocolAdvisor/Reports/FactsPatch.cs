using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Reports;

/// <summary>A broken protocol that works, as a merge patch (RFC 7396) of <c>facts</c>: only the side that changes is there.</summary>
public sealed record FactsPatch
{
    /// <summary>What would be known of IMAP.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MendedSide? Imap { get; init; }

    /// <summary>What would be known of POP3.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MendedSide? Pop3 { get; init; }

    /// <summary>The patch that mends a protocol.</summary>
    internal static FactsPatch Mending(MailProtocol protocol) => protocol switch
    {
        MailProtocol.Imap => new() { Imap = new() },
        MailProtocol.Pop3 => new() { Pop3 = new() },
        MailProtocol.Submission => throw protocol.IsNotCompared(),
    };
}

// Told beside a report's endpoints it stands above what they say of the same: so the sign-in is one that was not tried, and not one of which nothing is said.

/// <summary>What would be known of a protocol that works.</summary>
public sealed record MendedSide
{
    /// <summary>It could be spoken to securely.</summary>
    public bool Usable { get; init; } = true;

    /// <summary>No sign-in speaks against it.</summary>
    public SignInOutcome SignIn { get; init; } = SignInOutcome.NotAttempted;

    /// <summary>The mailbox could be opened.</summary>
    public bool MailboxOpens { get; init; } = true;
}
