using ProtocolAdvisor.Web.Console.Words;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Languages;

/// <summary>What a language brings along for the web. The compiler asks for all of it; a table is made when it is first needed.</summary>
internal sealed record WebPack
{
    public required Func<ProblemPhrases> Problems { get; init; }
    public required Func<FrameWords> Frame { get; init; }
    public required Func<StartWords> Start { get; init; }
    public required Func<PasteWords> Paste { get; init; }
    public required Func<AgainWords> Again { get; init; }
    public required Func<ProblemPageWords> ProblemPage { get; init; }
    public required Func<ProgressWords> Progress { get; init; }
    public required Func<ReportPageWords> ReportPage { get; init; }
    public required Func<VerdictWords> Verdict { get; init; }
    public required Func<EnterWords> Enter { get; init; }
    public required Func<MeaningWords> Meaning { get; init; }
    public required Func<HistoryWords> History { get; init; }
    public required Func<CompareWords> Compare { get; init; }
    public required Func<InviteWords> Invite { get; init; }
    public required Func<AuditWords> Audits { get; init; }
}
