namespace ProtocolAdvisor.Tests.Coherence;

/// <summary>One place where a report contradicts itself, or says less or more than it knows.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="What">What breaks it.</param>
internal sealed record Complaint(CoherenceRule Rule, string What);

/// <summary>What a coherent report keeps to, by the number of its family.</summary>
internal enum CoherenceRule
{
    /// <summary>1: every failed step has a finding that names its cause.</summary>
    FailedStepIsExplained,

    /// <summary>1: an endpoint that cannot be used has one leading cause.</summary>
    UnusableHasOneCause,

    /// <summary>2: an answer of none names the cause, and no general sentence.</summary>
    NoneNamesTheCause,

    /// <summary>2: a headline has at most 90 characters.</summary>
    HeadlineIsShort,

    /// <summary>2: the state that is told is the one that was seen.</summary>
    StateIsTrue,

    /// <summary>3: the first lines say when nobody could sign in, or nobody was asked to.</summary>
    FirstLinesTellOfTheSignIn,

    /// <summary>4: a hint, words that we read, and an absence are never certain.</summary>
    CertainIsUnmistakable,

    /// <summary>5: what is said of speed agrees with the forecast.</summary>
    SpeedAgreesWithTheForecast,

    /// <summary>5: an answer that is sure of itself rests on something.</summary>
    SureAnswerIsKnown,

    /// <summary>6: "not there" is said only where it was asked and answered.</summary>
    AbsenceWasAsked,

    /// <summary>7: no remedy names what was tried in this run.</summary>
    RemedyIsNew,

    /// <summary>8: a password is asked for only where one can work.</summary>
    PasswordCanWork,

    /// <summary>8: each protocol has the user name that its own settings say.</summary>
    UserNameIsTheProtocolsOwn,

    /// <summary>5: who has to move is told how, in agreement with the plan and the mailbox, and each thing once.</summary>
    MoveAgreesWithThePlan,

    /// <summary>4: what is only known of a provider is never certain, and yields to what the server says or does.</summary>
    ProviderIsNoProof,

    /// <summary>7: no remedy stands beside a provider's likely cause that leads elsewhere.</summary>
    ProviderCauseIsFollowed,

    /// <summary>9: one cause is told once.</summary>
    CauseIsToldOnce,

    /// <summary>10: every language makes the same statements.</summary>
    LanguagesSayTheSame,

    /// <summary>10: evidence of ours is in the reader's language.</summary>
    EvidenceIsInTheReadersLanguage,
}
