namespace ProtocolAdvisor.Cli.Audits;

/// <summary>An audit as the service tells it, as far as it is needed here.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="List">What became of the list; null but in the answer to the upload.</param>
/// <param name="Sums">What it has found.</param>
internal sealed record AuditState(string Id, AuditProgress Progress, TakenList? List = null, AuditSums? Sums = null);

/// <summary>How far an audit is.</summary>
/// <param name="State"><c>running</c>, <c>paused</c> or <c>done</c>.</param>
/// <param name="Held">What of its own the service waits for; null where it goes on.</param>
/// <param name="Total">How many subjects it has.</param>
/// <param name="Done">How many are finished.</param>
/// <param name="PerMinute">How many were finished in the last minute.</param>
internal sealed record AuditProgress(string State, string? Held, int Total, int Done, double? PerMinute);

/// <summary>What became of an uploaded list.</summary>
/// <param name="Subjects">How many subjects were taken.</param>
/// <param name="Duplicates">How many were left out because one before them asks the same.</param>
internal sealed record TakenList(int Subjects, int Duplicates);

/// <summary>What an audit has found in sum.</summary>
/// <param name="Works">Subjects that work.</param>
/// <param name="ToMend">Subjects that work, with something to be mended.</param>
/// <param name="DoesNotWork">Subjects that do not work.</param>
/// <param name="CouldNotFindOut">Subjects that could not be found out about.</param>
/// <param name="Findings">How many subjects have each finding, the most frequent first.</param>
internal sealed record AuditSums(int Works, int ToMend, int DoesNotWork, int CouldNotFindOut, IReadOnlyList<FindingSum> Findings);

/// <summary>How many subjects have a finding.</summary>
/// <param name="Code">The finding's code; one that this version does not know is only counted.</param>
/// <param name="Subjects">How many.</param>
internal sealed record FindingSum(string Code, int Subjects);

/// <summary>One result of an audit, for the lines that people read.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="State">Whether it works; <c>waiting</c> for one that is not finished.</param>
/// <param name="Findings">What is to be mended.</param>
/// <param name="Protocol">What is recommended.</param>
/// <param name="MailHost">The host that serves the mail.</param>
internal sealed record AuditResult(string Subject, string State, IReadOnlyList<string> Findings, string? Protocol, string? MailHost);
