using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>Signs in over a vetted connection: one explicit mechanism, one attempt, no second try whatever the answer.</summary>
internal static class SignIn
{
    // As long as the run lasts: servers ask slow back ends, and Dovecot answers late on purpose (10.8 s for [IN-USE], 17 s for a penalised refusal).
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Tries once; the connection belongs to the session, or is closed. The reply in the result is fit to be shown.</summary>
    /// <param name="connection">The vetted connection.</param>
    /// <param name="endpoint">Where it leads.</param>
    /// <param name="capabilities">What the server offers.</param>
    /// <param name="credentials">Who signs in.</param>
    /// <param name="maxLiteral">Most bytes of a message.</param>
    /// <param name="introduces">Whether an IMAP server is to be told who the client is (RFC 2971); POP3 has no such command.</param>
    /// <param name="scrubber">Cleans what is shown.</param>
    /// <param name="steps">The session's steps.</param>
    /// <param name="clock">Tells the time.</param>
    internal static async Task<(SignInResult Result, MailSession? Session)> TryAsync(
        MailConnection connection, MailEndpoint endpoint, CapabilitySet capabilities, Credentials credentials, long maxLiteral, bool introduces,
        Scrubber scrubber, StepRecorder steps, TimeProvider clock)
    {
        var result = SignInResult.NotAttempted(SignInReason.ConnectionFailed);
        MailSession? session = null;
        var accepted = false;
        var before = connection.Meter.Bursts;
        connection.Transcript.Clean = scrubber.Clean;
        try
        {
            accepted = await steps.RunAsync(MailStep.SignIn, Limit, async token =>
            {
                session = endpoint.Protocol switch
                {
                    MailProtocol.Imap => await ImapSignIn.TryAsync(connection, endpoint, capabilities, credentials, maxLiteral, introduces, clock, Note, token),
                    MailProtocol.Pop3 => await Pop3SignIn.TryAsync(connection, endpoint, capabilities, credentials, clock, Note, token),
                    MailProtocol.Submission => await SubmissionSignIn.TryAsync(connection, endpoint, capabilities, credentials, clock, Note, token),
                };
                if (result.Outcome == SignInOutcome.Rejected) throw new UnexpectedReplyException(FailureKind.SignInRejected, result.Reply);
                session?.TakeRoundTrips();
                return connection.Meter.Bursts - before;
            });
            if (endpoint.Protocol == MailProtocol.Submission && result.Outcome != SignInOutcome.Unanswered) await SubmissionSignIn.LeaveAsync(connection, clock);
        }
        finally
        {
            if (!accepted || session is null) connection.Dispose();
        }

        if (!accepted && result is { Outcome: SignInOutcome.Accepted, ElapsedMs: { } answeredMs }) steps.EndedBehind(answeredMs, MailStep.OpenMailbox);
        if (result.Outcome == SignInOutcome.Unanswered) result = result with { Reason = ReasonOf(steps) };
        else if (result.Reason == SignInReason.ConnectionFailed && steps.Steps[^1].Failure?.Kind == FailureKind.DeadlineReached) result = SignInResult.NotAttempted(SignInReason.DeadlineReached);
        return (result, accepted ? session : null);
        void Note(SignInResult answer) => result = answer with
        {
            Reply = answer.Reply is { } reply ? scrubber.Clean(reply) : null,
            NameWasAddress = credentials.Username.Contains('@', StringComparison.Ordinal),
            LooksLikeAppPassword = answer.Outcome == SignInOutcome.Rejected && SecretFormat.LooksMade(credentials),
            LooksMiscopied = answer.Outcome == SignInOutcome.Rejected && SecretFormat.IsSuspect(credentials),
        };
    }

    private static SignInReason ReasonOf(StepRecorder steps) => steps.Steps[^1].Failure?.Kind switch
    {
        FailureKind.DeadlineReached => SignInReason.DeadlineReached,
        FailureKind.TimedOut => SignInReason.AuthUnanswered,
        _ => SignInReason.ConnectionFailed,
    };
}
