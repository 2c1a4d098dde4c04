using ProtocolAdvisor.Findings.Drift;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Web.Languages;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console.Words;

/// <summary>The report page's words. Sentences have the places that <see cref="Template"/> describes.</summary>
internal sealed record ReportPageWords
{
    public required string Of { get; init; }
    public required string Incomplete { get; init; }
    public required string OtherAnswers { get; init; }
    public required string FirstAnswers { get; init; }
    public required string Settings { get; init; }
    public required string Server { get; init; }
    public required string Encryption { get; init; }
    public required string Downloads { get; init; }
    public required string FileThunderbird { get; init; }
    public required string FileApple { get; init; }
    public required string FileOutlook { get; init; }
    public required string FilePacc { get; init; }
    public required string FileText { get; init; }
    public required string NoFileFor { get; init; }

    /// <summary>Says what the QR code is.</summary>
    public required string CodeTitle { get; init; }
    public required string CodeHint { get; init; }
    public required string ForOnePerson { get; init; }
    public required string ForOnePersonHint { get; init; }
    public required string HolderEmail { get; init; }
    public required string HolderName { get; init; }
    public required string Decisive { get; init; }
    public required string NothingChanges { get; init; }
    public required string Remedy { get; init; }
    public required string Evidence { get; init; }
    public required string Recompute { get; init; }
    public required string Waterfall { get; init; }
    public required string AsTable { get; init; }
    public required string Result { get; init; }
    public required string Time { get; init; }
    public required string RoundTrip { get; init; }
    public required string ForecastHint { get; init; }
    public required string BasisGiven { get; init; }
    public required string BasisMeasured { get; init; }
    public required string BasisAssumed { get; init; }
    public required string Assumed { get; init; }
    public required string Protocol { get; init; }
    public required string Messages { get; init; }
    public required string Bytes { get; init; }
    public required string Folders { get; init; }
    public required string Largest { get; init; }
    public required string FetchOne { get; init; }

    /// <summary>Places: <c>time</c>, <c>n</c>.</summary>
    public required string FetchMedian { get; init; }
    public required string Throughput { get; init; }
    public required string Line { get; init; }
    public required string PerSecond { get; init; }
    /// <summary>Of a lower bound.</summary>
    public required string AtLeast { get; init; }

    public required string Visible { get; init; }

    /// <summary>The same where no folder beside the Inbox is known. Places: <c>pop3</c>, <c>rest</c>.</summary>
    public required string VisibleOfInbox { get; init; }
    public required string VisiblePicture { get; init; }
    public required string QuotaText { get; init; }
    public required string MessageQuotaText { get; init; }
    public required string QuotaPicture { get; init; }
    public required string Growth { get; init; }
    public required string QuotaFull { get; init; }
    public required string Conversation { get; init; }
    public required string ConversationHint { get; init; }
    public required string BackToReport { get; init; }
    public required string SaysClient { get; init; }
    public required string SaysServer { get; init; }
    public required string LargestFolders { get; init; }
    public required string FoldersHint { get; init; }
    public required IReadOnlyDictionary<FolderUse, string> FolderUses { get; init; }
    public required string Certificate { get; init; }
    public required string IssuedTo { get; init; }
    public required string IssuedBy { get; init; }
    public required string Names { get; init; }
    public required string Validity { get; init; }
    public required string ValidFromTo { get; init; }
    public required string Key { get; init; }
    public required string Fingerprint { get; init; }
    public required string Capabilities { get; init; }
    public required string Mechanisms { get; init; }
    public required string Greeting { get; init; }
    public required string Addresses { get; init; }
    public required string SignIn { get; init; }
    public required IReadOnlyDictionary<SignInOutcome, string> SignIns { get; init; }
    public required string Said { get; init; }
    public required string AllSources { get; init; }
    public required string Source { get; init; }
    public required string Place { get; init; }
    public required string LiveServer { get; init; }
    public required string InCertificate { get; init; }
    public required string Works { get; init; }
    public required string WorksNot { get; init; }
    public required IReadOnlyDictionary<DriftFact, string> Drifts { get; init; }
    public required string Tools { get; init; }
    public required string LinkHint { get; init; }
    public required string CopyText { get; init; }
    public required string AsText { get; init; }
    public required string Copied { get; init; }
    public required string Delete { get; init; }
    public required string DeleteSure { get; init; }
    public required string DeleteNow { get; init; }

    /// <summary>A count or size, told as the lower bound that it may be.</summary>
    public string Bound(string text, bool atLeast, Language language) => atLeast ? Template.Fill(AtLeast, new Dictionary<string, string> { ["text"] = text }, language) : text;

    /// <summary>The words of a language.</summary>
    public static ReportPageWords In(Language language) => WebLanguages.PackOf(language).ReportPage();
}
