namespace ProtocolAdvisor.Reports.Summaries;

/// <summary>How an account stands, as people are told first: by colour, picture and word. Finer than <see cref="SummaryState"/>, where the sign-in makes the difference.</summary>
internal enum Standing
{
    /// <summary>It works.</summary>
    Works,

    /// <summary>It works, and something is to be mended.</summary>
    ToMend,

    /// <summary>The servers work; no password was given, so nobody looked behind them.</summary>
    MailboxUntested,

    /// <summary>It does not work: the sign-in was refused.</summary>
    SignInRefused,

    /// <summary>It does not work, for another reason.</summary>
    DoesNotWork,

    /// <summary>It is not known, because the sign-in was held back: by our own limits, or because the server may not be the user's.</summary>
    HeldBack,

    /// <summary>It is not known, for another reason.</summary>
    CouldNotFindOut,
}
