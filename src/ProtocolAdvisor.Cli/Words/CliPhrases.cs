using System.Globalization;
using ProtocolAdvisor.Pasting;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Cli.Words;

/// <summary>
/// One language's words of the terminal: help, questions, progress and mistakes. What the run found has its words in the library.
/// </summary>
internal sealed record CliPhrases
{
    public required string Tool { get; init; }
    public required string Assess { get; init; }
    public required string Discover { get; init; }
    public required string Settings { get; init; }
    public required string Explain { get; init; }
    public required string Key { get; init; }
    public required string KeyNew { get; init; }
    public required string KeyName { get; init; }
    public required string KeyScope { get; init; }
    public required string KeyPerMinute { get; init; }
    public required string KeyJson { get; init; }
    public required string ExpectedKeyName { get; init; }

    /// <summary>Place: <c>name</c>.</summary>
    public required string KeyIntroduced { get; init; }
    public required string KeyForFile { get; init; }
    public required string KeyForEnvironment { get; init; }

    public required string Lang { get; init; }
    public required string ShowHelp { get; init; }
    public required string ShowVersion { get; init; }
    public required string Full { get; init; }

    /// <summary>What stands below a report on one screen.</summary>
    public required string Rest { get; init; }
    public required string Json { get; init; }
    public required string Address { get; init; }
    public required string Domain { get; init; }
    public required string Code { get; init; }
    public required string Server { get; init; }
    public required string Endpoint { get; init; }
    public required string SendAddress { get; init; }
    public required string Samples { get; init; }
    public required string MaxBytes { get; init; }
    public required string Deadline { get; init; }
    public required string User { get; init; }
    public required string PasswordStdin { get; init; }
    public required string TokenStdin { get; init; }
    public required string NoPassword { get; init; }
    public required string Format { get; init; }
    public required string Protocol { get; init; }
    public required string Force { get; init; }
    public required string Output { get; init; }

    public required string Personal { get; init; }
    public required string OwnName { get; init; }
    public required string Today { get; init; }
    public required string Devices { get; init; }
    public required string People { get; init; }
    public required string Webmail { get; init; }
    public required string OfflineReading { get; init; }
    public required string ServerFolders { get; init; }
    public required string Priority { get; init; }
    public required string Backup { get; init; }
    public required string NewMessagesPerDay { get; init; }
    public required string RoundTripMs { get; init; }
    public required string DownMbit { get; init; }
    public required string UpMbit { get; init; }

    public required string AllowNetwork { get; init; }
    public required string AllowPort { get; init; }
    public required string TrustedRoot { get; init; }
    public required string Dns { get; init; }
    public required string Catalogue { get; init; }
    public required string CatalogueFolder { get; init; }
    public required string HttpsPort { get; init; }
    public required string HttpPort { get; init; }

    /// <summary>What an option or argument takes. Places: <c>option</c>, <c>value</c>.</summary>
    public required string Needs { get; init; }

    /// <summary>For an address where a command should stand.</summary>
    public required string CommandMissing { get; init; }
    public required string ExpectedFile { get; init; }
    public required string FileExists { get; init; }
    public required string FolderMissing { get; init; }
    public required string FolderNotWritable { get; init; }

    /// <summary>Places: <c>least</c>, <c>most</c>.</summary>
    public required string NumberBetween { get; init; }
    /// <summary>Place: <c>words</c>.</summary>
    public required string WordOf { get; init; }
    /// <summary>Why what was typed or pasted says nothing to check.</summary>
    public required IReadOnlyDictionary<PasteFault, string> PasteFaults { get; init; }

    /// <summary>Place: <c>subject</c>.</summary>
    public required string Understood { get; init; }

    /// <summary>Place: <c>host</c>.</summary>
    public required string TakenAsServer { get; init; }
    public required string WriteItSo { get; init; }
    public required string FileOrAddress { get; init; }
    public required string File { get; init; }
    public required string Csv { get; init; }
    public required string JsonLines { get; init; }
    public required string Resume { get; init; }
    public required string ExpectedList { get; init; }
    public required string OneForm { get; init; }

    /// <summary>Place: <c>option</c>.</summary>
    public required string NotWithFile { get; init; }
    public required string JsonOfList { get; init; }
    public required string NeedsFile { get; init; }
    public required string ResumeNeeds { get; init; }
    public required string ResumeOrForce { get; init; }
    public required string ForceNeeds { get; init; }
    public required string OtherFile { get; init; }
    public required string ListHasNoPassword { get; init; }

    /// <summary>Places: <c>line</c>, <c>fault</c>.</summary>
    public required string LineWrong { get; init; }

    /// <summary>Place: <c>more</c>.</summary>
    public required string MoreWrong { get; init; }

    /// <summary>Place: <c>count</c>.</summary>
    public required string LeftOut { get; init; }

    /// <summary>Places: <c>done</c>, <c>total</c>.</summary>
    public required string Resumed { get; init; }

    /// <summary>Places: <c>done</c>, <c>works</c>, <c>toMend</c>, <c>doesNotWork</c>, <c>unknown</c>.</summary>
    public required string Sum { get; init; }

    /// <summary>Place: <c>left</c>.</summary>
    public required string Open { get; init; }

    public required string Audit { get; init; }
    public required string AuditList { get; init; }
    public required string Service { get; init; }
    public required string AuditName { get; init; }
    public required string PerHost { get; init; }
    public required string Follow { get; init; }
    public required string ExpectedService { get; init; }
    public required string ExpectedAudit { get; init; }
    public required string ExpectedKey { get; init; }
    public required string KeyNeedsHttps { get; init; }
    public required string FollowNeeds { get; init; }
    public required string AskKey { get; init; }
    public required string ServiceSilent { get; init; }
    public required string Held { get; init; }
    public required string Paused { get; init; }

    /// <summary>Place: <c>option</c>.</summary>
    public required string LocalOnly { get; init; }

    /// <inheritdoc cref="LocalOnly"/>
    public required string ServiceOnly { get; init; }

    /// <inheritdoc cref="LocalOnly"/>
    public required string BeginningOnly { get; init; }

    /// <summary>Place: <c>id</c>.</summary>
    public required string AuditBegun { get; init; }
    public required string ExpectedDomain { get; init; }
    public required string ExpectedHost { get; init; }
    public required string ExpectedEndpoint { get; init; }
    public required string ExpectedUser { get; init; }
    public required string ExpectedPassword { get; init; }
    public required string ExpectedToken { get; init; }
    public required string ExpectedNetwork { get; init; }
    public required string ExpectedPorts { get; init; }
    public required string ExpectedPort { get; init; }
    public required string ExpectedRoots { get; init; }
    public required string ExpectedResolver { get; init; }
    public required string ExpectedCatalogue { get; init; }
    public required string ExpectedFolder { get; init; }
    public required string ExpectedName { get; init; }
    public required string PersonNeedsAddress { get; init; }
    public required string AddressOrServer { get; init; }
    public required string TooManyEndpoints { get; init; }
    public required string OneWayToSignIn { get; init; }
    public required string UserSignsIn { get; init; }
    public required string UserNeeded { get; init; }
    public required string DomainOrServer { get; init; }
    public required string ServerOrEndpoint { get; init; }
    public required string DomainHasNoMailbox { get; init; }
    public required string SecretMissing { get; init; }
    public required string TargetNotAllowed { get; init; }

    /// <summary>Place: <c>option</c>.</summary>
    public required string UnknownOption { get; init; }
    public required string SecretsNeverHere { get; init; }
    public required string NoSuchCommand { get; init; }
    public required string TooManyArguments { get; init; }

    /// <summary>Place: <c>command</c>.</summary>
    public required string Help { get; init; }
    public required string NoSuchCode { get; init; }

    /// <summary>Place: <c>names</c>.</summary>
    public required string Near { get; init; }

    /// <summary>Place: <c>name</c>.</summary>
    public required string AskPassword { get; init; }

    /// <inheritdoc cref="AskPassword"/>
    public required string AskToken { get; init; }

    /// <summary>Place: <c>servers</c>.</summary>
    public required string ServersNamed { get; init; }

    /// <summary>The protocol is certain before the end, and nothing else is. Places: <c>protocol</c>, <c>host</c>, <c>port</c>.</summary>
    public required string Provisional { get; init; }

    /// <summary>Places: <c>protocol</c>, <c>messages</c>, <c>bytes</c>.</summary>
    public required string Measured { get; init; }
    public required string Interrupted { get; init; }
    public required string NotWritten { get; init; }
    public required string OwnFault { get; init; }

    /// <summary>Places: <c>files</c>, <c>least</c>.</summary>
    public required string FilesWanting { get; init; }
    public required string ExamplesTitle { get; init; }

    /// <summary>The words of a language.</summary>
    public static CliPhrases Of(Language language) => CliLanguages.PhrasesOf(language);

    /// <summary>That the process may open too few files.</summary>
    public string TooFewFiles(int files, int least) => FilesWanting
        .Replace("{files}", files.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{least}", least.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>What a number must be.</summary>
    public string Between(double least, double most) => NumberBetween
        .Replace("{least}", least.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{most}", most.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>The words of which one is expected.</summary>
    public string OneOf(params IEnumerable<string> words) => WordOf.Replace("{words}", string.Join(", ", words), StringComparison.Ordinal);

    /// <summary>The question for a secret.</summary>
    public string Prompt(string name, bool token) => (token ? AskToken : AskPassword).Replace("{name}", name, StringComparison.Ordinal);

    /// <summary>What stands above a new key.</summary>
    public string KeyShown(string name) => KeyIntroduced.Replace("{name}", name, StringComparison.Ordinal);

    /// <summary>That an option or argument takes something else, or that nothing was given.</summary>
    public string Wants(string option, string value) => Needs
        .Replace("{option}", option, StringComparison.Ordinal).Replace("{value}", value, StringComparison.Ordinal);

    /// <summary>What is wrong with a line of a list.</summary>
    public string InLine(int number, string fault) => LineWrong.Replace("{line}", Text(number), StringComparison.Ordinal).Replace("{fault}", fault, StringComparison.Ordinal);

    /// <summary>That more lines are wrong.</summary>
    public string AndMore(int lines, Language language) => Counted(MoreWrong, "more", lines, language);

    /// <summary>That lines were left out.</summary>
    public string Left(int lines, Language language) => Counted(LeftOut, "count", lines, language);

    /// <summary>That an earlier run is gone on with.</summary>
    public string GoingOn(int done, int total, Language language) =>
        Template.Fill(Resumed, new Dictionary<string, string> { ["done"] = Text(done), ["total"] = Text(total) }, language);

    /// <summary>What a list has come to.</summary>
    public string Tally(int done, int works, int toMend, int doesNotWork, int unknown, Language language) => Template.Fill(Sum, new Dictionary<string, string>
    {
        ["done"] = Text(done),
        ["works"] = Text(works),
        ["toMend"] = Text(toMend),
        ["doesNotWork"] = Text(doesNotWork),
        ["unknown"] = Text(unknown),
    }, language);

    /// <summary>That an option has no meaning for a service.</summary>
    public string NotWithService(string option) => Of(LocalOnly, option);

    /// <summary>That an option has a meaning for a service only.</summary>
    public string OnlyWithService(string option) => Of(ServiceOnly, option);

    /// <summary>That an option has no meaning for an audit that is there already.</summary>
    public string NotWithFollow(string option) => Of(BeginningOnly, option);

    /// <summary>That an option has no meaning for a list, and what has instead.</summary>
    public string NotWithList(string option) => option == "--json" ? JsonOfList : Of(NotWithFile, option);

    /// <summary>How an audit is found again.</summary>
    public string Followed(string id) => AuditBegun.Replace("{id}", id, StringComparison.Ordinal);

    /// <summary>That some of it is still to be done.</summary>
    public string LeftOpen(int subjects, Language language) => Counted(Open, "left", subjects, language);

    public string NoSuchOption(string option) => Of(UnknownOption, option);

    public string HelpHint(string command) => Help.Replace("{command}", command, StringComparison.Ordinal);

    /// <summary>A sentence, and behind it what may have been meant, where there is something near.</summary>
    public string WithNear(string sentence, IEnumerable<string> names) =>
        string.Join(", ", names) is { Length: > 0 } near ? $"{sentence} {Near.Replace("{names}", near, StringComparison.Ordinal)}" : sentence;

    private static string Of(string sentence, string option) => sentence.Replace("{option}", option, StringComparison.Ordinal);

    private static string Counted(string sentence, string place, int number, Language language) =>
        Template.Fill(sentence, new Dictionary<string, string> { [place] = Text(number) }, language);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
