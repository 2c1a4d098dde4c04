using ProtocolAdvisor.Web.Audits;
using ProtocolAdvisor.Web.Audits.Telling;
using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.English;

/// <summary>The audits, in English.</summary>
internal static class EnglishAudits
{
    public static AuditWords Words { get; } = new()
    {
        Title = "Audits",
        Lead = "Check many domains at once, without passwords: which settings no longer work, and what has changed since last time.",
        New = "New audit",
        List = "Domains, addresses or mail servers",
        ListHint = "One per line, or paste cells from a spreadsheet. An address stands for its domain.",
        File = "Or a file",
        FileHint = "A text file, or CSV with a heading: “domain”, “email”, “host” or “subject”, and “reference” if you like. Up to 100,000 lines.",
        Name = "Name",
        NameHint = "What you will know it by. Without one it is called after today.",
        Repeat = "Repeat",
        RepeatHint = "Each new run tells what has changed since the one before.",
        Never = "Never",
        EveryDay = "Every day",
        EveryDays = "Every {days} days",
        Use = "How the mailboxes are used",
        UseHint = "What holds for the whole list. The advice for each entry follows from it.",
        Begin = "Begin the audit",
        Wrong = "The list was not taken. Nothing of it is stored; correct these lines and send it again:",
        NothingGiven = "Type or paste a list, or choose a file.",
        TwoGiven = "Give either a list or a file, not both.",
        When = "Begun",
        Subjects = "Entries",
        State = "State",
        Older = "Older audits",
        States = new Dictionary<AuditState, string>
        {
            [AuditState.Running] = "Running",
            [AuditState.Paused] = "Paused",
            [AuditState.Done] = "Finished",
        },
        Holds = new Dictionary<AuditHold, string>
        {
            [AuditHold.Resolver] = "Waiting: this service’s name servers do not answer. The audit goes on by itself as soon as they do; nothing is lost.",
            [AuditHold.Storage] = "Waiting: results cannot be written at the moment. The audit goes on by itself as soon as they can; nothing is lost.",
        },
        Found = new Dictionary<AuditedState, string>
        {
            [AuditedState.Waiting] = "Not checked yet",
            [AuditedState.Works] = "Works",
            [AuditedState.ToMend] = "Works, with something to fix",
            [AuditedState.DoesNotWork] = "Does not work",
            [AuditedState.CouldNotFindOut] = "No clear result",
        },
        Progress = "{done:number} of {total:number} checked",
        Rate = "{n:number} a minute",
        ExpectedEnd = "finished about",
        NextAt = "Next run",
        ExpiresAt = "Kept until",
        Refresh = "Show the latest",
        Pause = "Pause",
        Resume = "Go on",
        Changes = "What has changed",
        Table = "Table (CSV)",
        Lines = "JSON lines",
        Delete = "Delete this audit",
        DeleteSure = "All its results are removed, and it is not repeated any more. This cannot be undone.",
        DeleteNow = "Delete now",
        ByState = "By state",
        Findings = "What should be fixed, the most frequent first",
        NoFindings = "Nothing has to be fixed so far.",
        Finding = "Finding",
        Hosts = "Mail servers, by the number of entries",
        Host = "Mail server",
        MoreHosts = "{n:number} further {n:mail server|mail servers}: the table has all of them.",
        MoreFindings = "Further findings",
        Results = "Results",
        Subject = "Entry",
        Reference = "Reference",
        ToMend = "To fix",
        Advice = "Advice",
        Neither = "neither",
        Any = "Any",
        Domain = "Name contains",
        Show = "Show",
        ShowAll = "Show all",
        NoMatch = "No entry matches.",
        Further = "Further entries",
        BackToAudit = "Back to the audit",
        Compared = "{compared:number} {compared:entry was|entries were} compared; at {changed:number} of them something has changed.",
        NothingChanged = "Nothing has changed.",
        ComparedWith = "Compared with",
        Choose = "Compare with another audit",
        NothingToCompare = "There is no earlier audit to compare this one with.",
        Appeared = "New",
        Mended = "Fixed",
        Added = "Only in this audit",
        Gone = "Only in the earlier audit",
        Otherwise = "Other differences",
        Parts = new Dictionary<ChangedPart, string>
        {
            [ChangedPart.State] = "state",
            [ChangedPart.Protocol] = "advice",
            [ChangedPart.MailHost] = "mail server",
            [ChangedPart.Settings] = "settings",
            [ChangedPart.Endpoints] = "servers that can be used",
            [ChangedPart.Certificate] = "certificate",
        },
        Kinds = new Dictionary<ChangeKind, string>
        {
            [ChangeKind.Changed] = "changed",
            [ChangeKind.Added] = "only in this audit",
            [ChangeKind.Gone] = "only in the earlier audit",
        },
    };
}
