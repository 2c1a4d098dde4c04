using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>Signs in over a vetted connection: one explicit mechanism, one attempt, no second try whatever the answer.</summary>
internal static class SignIn
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Tries once; the connection belongs to the session, or is closed.</summary>
    internal static async Task<(SignInResult Result, MailSession? Session)> TryAsync(
        MailConnection connection, MailEndpoint endpoint, CapabilitySet capabilities, Credentials credentials, long maxLiteral, StepRecorder steps, TimeProvider clock)
    {
        SignInResult? result = null;
        MailSession? session = null;
        var completed = await steps.RunAsync(MailStep.SignIn, Limit, async token =>
        {
            session = endpoint.Protocol == MailProtocol.Imap
                ? await ImapSession.SignInAsync(connection, endpoint, capabilities, credentials, maxLiteral, clock, answer => result = answer, token)
                : await Pop3Session.SignInAsync(connection, endpoint, capabilities, credentials, clock, answer => result = answer, token);
            if (result?.Outcome == SignInOutcome.Rejected) throw new UnexpectedReplyException(FailureKind.SignInRejected, result.Reply);
            return session?.TakeRoundTrips() ?? 0;
        });
        if (session is null) connection.Dispose();
        return (result ?? new SignInResult(SignInOutcome.NotAttempted, Reason: ReasonOf(steps)), completed ? session : null);
    }

    private static SignInReason ReasonOf(StepRecorder steps) =>
        steps.Steps[^1].Failure?.Kind == FailureKind.DeadlineReached ? SignInReason.DeadlineReached : SignInReason.ConnectionFailed;
}
