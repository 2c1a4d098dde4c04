using ProtocolAdvisor.Web.Languages;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console.Words;

/// <summary>The words of the report page's beginning: the verdict, its tiles, what can be done with the report, and what must be done about it.</summary>
internal sealed record VerdictWords
{
    /// <summary>What is done with the report, each in two or three words.</summary>
    public required string Actions { get; init; }
    public required string Again { get; init; }
    public required string ForCustomer { get; init; }
    public required string CopyLink { get; init; }
    public required string Print { get; init; }
    public required string Compare { get; init; }
    public required string Delete { get; init; }

    /// <summary>Names the row of tiles for those who do not see it.</summary>
    public required string Tiles { get; init; }
    public required string Sending { get; init; }
    public required string SignIn { get; init; }
    public required string Published { get; init; }
    public required string Mailbox { get; init; }

    /// <summary>What a tile says, in a word or two.</summary>
    public required string Works { get; init; }
    public required string Answers { get; init; }
    public required string WorksNot { get; init; }
    public required string NotKnown { get; init; }
    public required string NoServer { get; init; }
    public required string NotTested { get; init; }
    public required string Accepted { get; init; }
    public required string Refused { get; init; }
    public required string RefusedForNow { get; init; }
    public required string Unanswered { get; init; }
    public required string HeldBack { get; init; }
    public required string NotTried { get; init; }
    public required string DoesNotOpen { get; init; }
    public required string NothingFetched { get; init; }
    public required string NotLookedFor { get; init; }
    public required string NothingPublished { get; init; }
    public required string Agree { get; init; }

    /// <summary>One source publishes settings: there is nothing that they could agree with.</summary>
    public required string FoundOnce { get; init; }
    public required string Contradict { get; init; }

    /// <summary>Place: <c>n</c>.</summary>
    public required string Sources { get; init; }

    /// <summary>Place: <c>n</c>.</summary>
    public required string Differences { get; init; }

    /// <summary>Place: <c>n</c>.</summary>
    public required string Messages { get; init; }

    /// <summary>Places: <c>share</c>, a number of percent; <c>limit</c>.</summary>
    public required string OfQuota { get; init; }

    /// <summary>Where it is the number of messages that is nearer its limit. Places: <c>used</c>, <c>limit</c>.</summary>
    public required string OfMessages { get; init; }

    /// <summary>What stands below a tile that has no value yet.</summary>
    public required string WithPassword { get; init; }

    /// <summary>How sure, as a link to what would make it surer.</summary>
    public required string MakeSurer { get; init; }

    /// <summary>Places that are named only when they are unfolded. Place: <c>n</c>.</summary>
    public required string AllPlaces { get; init; }

    /// <summary>Heads a finding's code.</summary>
    public required string Code { get; init; }

    /// <summary>The words of a language.</summary>
    public static VerdictWords In(Language language) => WebLanguages.PackOf(language).Verdict();
}
