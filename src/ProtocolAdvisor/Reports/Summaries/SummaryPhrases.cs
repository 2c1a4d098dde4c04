namespace ProtocolAdvisor.Reports.Summaries;

/// <summary>One language's words for what a report begins with.</summary>
internal sealed record SummaryPhrases
{
    /// <summary>The state in a word or two, for people.</summary>
    public required IReadOnlyDictionary<SummaryState, string> States { get; init; }

    /// <summary>Instead of the state, where the servers work and no password was given.</summary>
    public required string MailboxUntested { get; init; }

    /// <summary>Instead of the state, where the sign-in was held back.</summary>
    public required string HeldBack { get; init; }

    /// <summary>At most 60 characters each, without a full stop.</summary>
    public required IReadOnlyDictionary<SummaryHeadline, string> Headlines { get; init; }

    /// <summary>Place: <c>cause</c>.</summary>
    public required IReadOnlyDictionary<CauseKind, string> Causes { get; init; }

    /// <summary>Places: <c>title</c>, <c>place</c>, <c>evidence</c>, <c>remedy</c>; the second without evidence, the last without a place.</summary>
    public required IReadOnlyList<string> Cause { get; init; }

    /// <summary>More places than are named. Places: <c>places</c>, <c>more</c>.</summary>
    public required string MorePlaces { get; init; }

    /// <summary>Place: <c>protocols</c>. Said whether or not a reason follows; the reason is a sentence of its own.</summary>
    public required IReadOnlyDictionary<SignInFate, string> SignIns { get; init; }

    /// <summary>Said of sending; a cause is a sentence of its own.</summary>
    public required IReadOnlyDictionary<SendingFate, string> Sending { get; init; }

    /// <summary>Follows where no answer came to a sign-in, and none was accepted elsewhere.</summary>
    public required string PasswordUnknown { get; init; }

    /// <summary>Places: <c>one</c>, <c>other</c>.</summary>
    public required string BothProtocols { get; init; }

    /// <summary>The request named servers, and none of this protocol. Places: <c>protocol</c>, <c>other</c>.</summary>
    public required string NotNamed { get; init; }

    /// <summary>A search found none. Place: <c>protocol</c>.</summary>
    public required string NotFound { get; init; }

    /// <summary>
    /// The published servers are dead; one with a usual name is not. Place: <c>place</c>. By whether it let the user in.
    /// </summary>
    public required IReadOnlyDictionary<bool, string> Guessed { get; init; }

    public required string NothingSeen { get; init; }

    /// <summary>The request named servers for sending, and none for reading.</summary>
    public required string OnlySending { get; init; }

    /// <summary>What the advice means.</summary>
    public required IReadOnlyDictionary<SummaryHeadline, string> Meanings { get; init; }

    /// <summary>Place: <c>advice</c>, a headline.</summary>
    public required string OnceItWorks { get; init; }
}
