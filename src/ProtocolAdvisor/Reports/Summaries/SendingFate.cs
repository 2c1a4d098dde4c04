namespace ProtocolAdvisor.Reports.Summaries;

/// <summary>What became of sending mail. It never says anything of reading.</summary>
internal enum SendingFate
{
    /// <summary>A server for sending accepted the sign-in.</summary>
    Works,

    /// <summary>No server for sending can be used.</summary>
    DoesNotWork,

    /// <summary>None could be used just now: what stood in the way passes.</summary>
    NotJustNow,

    /// <summary>It offers no way to sign in for what was given.</summary>
    NoSignIn,

    /// <summary>The sign-in was refused until somebody changes something.</summary>
    Refused,

    /// <summary>The sign-in was refused, and another moment helps.</summary>
    RefusedForNow,

    /// <summary>The sign-in was not answered, or the connection broke.</summary>
    Unanswered,
}
