namespace ProtocolAdvisor.Reports.Summaries;

/// <summary>What became of the sign-in over one protocol; of several endpoints' fates the earlier one is told.</summary>
internal enum SignInFate
{
    /// <summary>Accepted, and the mailbox was opened as far as that was tried.</summary>
    Accepted,

    /// <summary>Accepted, and the mailbox behind it was not opened.</summary>
    MailboxShut,

    /// <summary>
    /// Accepted, and the mailbox behind it did not open this time: no answer came, the connection broke, or the server says that it passes.
    /// </summary>
    MailboxShutForNow,

    /// <summary>Refused: it stays so until somebody changes something, or the server's words do not say.</summary>
    Refused,

    /// <summary>Refused for now: another moment helps, or the server says that the fault is its own.</summary>
    RefusedForNow,

    /// <summary>Sent, and no answer came.</summary>
    Unanswered,

    /// <summary>The connection broke before the answer.</summary>
    Broken,

    /// <summary>The server offers no way for what was given.</summary>
    Impossible,

    /// <summary>Too many sign-ins of this account have failed lately.</summary>
    HeldBack,

    /// <summary>The server may not be the user's.</summary>
    Withheld,

    /// <summary>The run's time was over before the answer, or before the attempt.</summary>
    OutOfTime,

    /// <summary>The other protocol's server had refused the same already.</summary>
    Spared,

    /// <summary>No server of the protocol can be used safely, so nothing was sent.</summary>
    KeptHere,

    /// <summary>No credentials were given.</summary>
    NotGiven,
}
