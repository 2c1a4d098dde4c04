using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Reports.Summaries;

/// <summary>One thing that stands first in a report, as a fact: the words are a table's.</summary>
internal abstract record SummaryLine;

/// <summary>A cause with its remedy.</summary>
/// <param name="Kind">What it is to the reader.</param>
/// <param name="Finding">The cause.</param>
/// <param name="Places">The servers that it stands in the way of; empty where it is no server's, and its evidence says where.</param>
internal sealed record CauseLine(CauseKind Kind, Finding Finding, IReadOnlyList<string> Places) : SummaryLine;

/// <summary>What a cause is to the reader.</summary>
internal enum CauseKind
{
    /// <summary>Nothing works before it is mended.</summary>
    ToFix,

    /// <summary>It works all the same.</summary>
    ToMend,

    /// <summary>It kept us from finding out.</summary>
    Unknown,
}

/// <summary>What became of the sign-in.</summary>
/// <param name="Fate">What became of it.</param>
/// <param name="Reason">Why; null where the fate, or a cause that is told already, says it.</param>
/// <param name="Protocols">Over which protocols.</param>
internal sealed record SignInLine(SignInFate Fate, SignInReason? Reason, IReadOnlyList<MailProtocol> Protocols) : SummaryLine
{
    /// <summary>Whether the same credentials were accepted over another protocol.</summary>
    public bool PasswordIsKnown { get; init; }

    /// <summary>Whether the fate alone does not say why.</summary>
    public static bool NeedsReason(SignInFate fate) =>
        fate is SignInFate.Refused or SignInFate.RefusedForNow or SignInFate.Impossible or SignInFate.HeldBack or SignInFate.Withheld or SignInFate.Spared;
}

/// <summary>What became of sending; told only where that is known to work, or not to.</summary>
/// <param name="Fate">What became of it.</param>
/// <param name="Cause">Why; null where the fate, or a cause that is told already, says it.</param>
internal sealed record SendingLine(SendingFate Fate, CauseLine? Cause) : SummaryLine;

/// <summary>A protocol that is recommended or needed, and has no server here.</summary>
/// <param name="Protocol">The protocol.</param>
/// <param name="WasNamed">Whether the request named the servers, so that nothing was searched for.</param>
internal sealed record MissingServerLine(MailProtocol Protocol, bool WasNamed) : SummaryLine;

/// <summary>What the advice means, where the headline gives it; else the advice itself.</summary>
/// <param name="Advice">The advice as a headline.</param>
/// <param name="IsHeadline">Whether it is the report's headline.</param>
internal sealed record AdviceLine(SummaryHeadline Advice, bool IsHeadline) : SummaryLine;

/// <summary>Servers are known, and the run came to none of them.</summary>
/// <param name="OnlySending">Whether the only ones named are for sending.</param>
internal sealed record NothingSeenLine(bool OnlySending) : SummaryLine;
