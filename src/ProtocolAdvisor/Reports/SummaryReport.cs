using System.Text.Json.Serialization;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports.Summaries;

namespace ProtocolAdvisor.Reports;

/// <summary>What a reader must know first: whether it works, what is to be done, and what became of the sign-in.</summary>
/// <param name="State">Whether the mailbox can be read as recommended.</param>
/// <param name="Headline">The state or the answer in a few words, at most 60 characters.</param>
/// <param name="Lines">What stands first, a sentence or two each: the cause at its server with its remedy, the sign-in, and why a
/// recommended protocol has no server.</param>
public sealed record SummaryReport(SummaryState State, string Headline, IReadOnlyList<string> Lines)
{
    /// <summary>The causes that its lines tell, in their order.</summary>
    internal IReadOnlyList<FindingCode> Causes { get; init; } = [];

    /// <summary>Its lines for a text that begins with the headline: what that says already is not said again.</summary>
    internal IReadOnlyList<string> Below { get; init; } = Lines;

    /// <summary>The same without the causes, for whoever tells those elsewhere.</summary>
    internal IReadOnlyList<string> Besides { get; init; } = Lines;

    /// <summary>How the account stands: for pages, which show it by colour and picture.</summary>
    internal Standing Standing { get; init; }

    /// <summary>Whether the sign-in works, and nothing behind it: the mailbox does not open, or no message can be fetched.</summary>
    internal MailboxTrouble? Trouble { get; init; }

    /// <summary>The standing in a few words.</summary>
    internal string StandingText { get; init; } = "";

    /// <summary>One sentence to stand below the headline.</summary>
    internal string Lead { get; init; } = "";

    /// <summary>The lines that neither <see cref="Lead"/> nor a cause with its remedy nor the advice tells.</summary>
    internal IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the advice would be once it works; null where the headline is the advice, or there is none.</summary>
    internal string? OnceItWorks { get; init; }

    /// <summary>The cause that stands first; null where there is none.</summary>
    internal FindingCode? LeadingCause { get; init; }
}

/// <summary>Whether it works.</summary>
[JsonConverter(typeof(CamelCase<SummaryState>))]
public enum SummaryState
{
    /// <summary>It works, as far as it was tested.</summary>
    Works,

    /// <summary>It works, and something is to be mended all the same.</summary>
    ToMend,

    /// <summary>It does not work.</summary>
    DoesNotWork,

    /// <summary>Something of ours, or of the way between, kept us from finding out.</summary>
    CouldNotFindOut,
}
