using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>Signs in over a vetted connection: one explicit mechanism, one attempt, no second try whatever the answer.</summary>
internal static class SignIn
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Tries once; the connection belongs to the session, or is closed. The reply in the result is fit to be shown.</summary>
    internal static async Task<(SignInResult Result, MailSession? Session)> TryAsync(
        MailConnection connection, MailEndpoint endpoint, CapabilitySet capabilities, Credentials credentials, long maxLiteral, Scrubber scrubber, StepRecorder steps,
        TimeProvider clock)
    {
        var result = SignInResult.NotAttempted(SignInReason.ConnectionFailed);
        MailSession? session = null;
        var accepted = false;
        connection.Transcript.Clean = scrubber.Clean;
        try
        {
            accepted = await steps.RunAsync(MailStep.SignIn, Limit, async token =>
            {
                session = endpoint.Protocol == MailProtocol.Imap
                    ? await ImapSession.SignInAsync(connection, endpoint, capabilities, credentials, maxLiteral, clock, Note, token)
                    : await Pop3Session.SignInAsync(connection, endpoint, capabilities, credentials, clock, Note, token);
                if (result.Outcome == SignInOutcome.Rejected) throw new UnexpectedReplyException(FailureKind.SignInRejected, result.Reply);
                return session?.TakeRoundTrips() ?? 0;
            });
        }
        finally
        {
            if (!accepted || session is null) connection.Dispose();
        }

        if (result.Outcome == SignInOutcome.Unanswered) result = result with { Reason = ReasonOf(steps) };
        return (result, accepted ? session : null);
        void Note(SignInResult answer) => result = answer with
        {
            Reply = answer.Reply is { } reply ? scrubber.Clean(reply) : null,
            LooksMiscopied = answer.Outcome == SignInOutcome.Rejected && SecretFormat.IsSuspect(credentials),
        };
    }

    private static SignInReason ReasonOf(StepRecorder steps) =>
        steps.Steps[^1].Failure?.Kind == FailureKind.DeadlineReached ? SignInReason.DeadlineReached : SignInReason.ConnectionFailed;
}
