using System.Net.Sockets;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// SMTP's one sign-in: AUTH (RFC 4954), and QUIT behind it. No transaction is ever begun: nothing here, or anywhere else, says MAIL, RCPT
/// or DATA.
/// </summary>
internal static class SubmissionSignIn
{
    // RFC 5321 §4.5.3.1.4.
    private const int MaxCommandLine = 512;
    private const int Challenging = 334;

    private static readonly TimeSpan FarewellLimit = TimeSpan.FromMilliseconds(500);

    /// <summary>The one attempt; <paramref name="answered"/> is told how it ended.</summary>
    /// <returns>Always null: there is nothing to do behind it.</returns>
    internal static async Task<MailSession?> TryAsync(
        MailConnection connection, MailEndpoint endpoint, CapabilitySet capabilities, Credentials credentials, TimeProvider clock,
        Action<SignInResult> answered, CancellationToken token)
    {
        var (mechanism, missing) = SignInMechanism.Choose(capabilities.SaslMechanisms, credentials, ownCommand: null);
        if (mechanism is null)
        {
            answered(SignInResult.NotAttempted(missing!.Value));
            return null;
        }

        answered(new SignInResult(SignInOutcome.Unanswered, mechanism));
        var start = clock.GetTimestamp();
        var exchange = new SaslExchange(connection.Lines, endpoint, credentials)
        {
            MaxCommandLine = MaxCommandLine,
            ReadAsync = x => ReadAsync(connection.Lines, x),
            ChallengeIn = (reply, isFirst) => Challenge(reply, isFirst),
        };
        var (reply, error) = await exchange.RunAsync(mechanism, token);
        var elapsed = clock.GetElapsedTime(start).TotalMilliseconds;
        var shown = error is null ? reply : $"{reply} {error}";
        answered(IsDone(reply)
            ? new SignInResult(SignInOutcome.Accepted, mechanism, elapsed, shown)
            : SignInResult.Refused(mechanism, elapsed, shown, SubmissionRefusal.Read(reply, credentials.IsAccessToken, error is not null)));
        return null;
    }

    /// <summary>Says goodbye and waits until the server has ended the connection, too; not for long.</summary>
    internal static async Task LeaveAsync(MailConnection connection, TimeProvider clock)
    {
        try
        {
            using var limit = new TimeLimit(FarewellLimit, clock, CancellationToken.None);
            await connection.Lines.SendAsync(limit.Token, "QUIT");
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // It has hung up already.
        }

        await connection.LeaveAsync();
    }

    // Whatever the code, it answers AUTH: that a server closes the connection (421) is its refusal then.
    private static async Task<string> ReadAsync(LineConversation lines, CancellationToken token) =>
        (await lines.ReadSmtpReplyAsync(await lines.ReadLineAsync(token), token)).Text;

    private static bool IsDone(string reply) => SmtpReply.Parse(reply) is { Code: >= 200 and < 300 };

    // What stands in the first challenge need not make sense: it is answered by what the mechanism begins with.
    private static string? Challenge(string reply, bool isFirst)
    {
        if (SmtpReply.Parse(reply) is not { Code: Challenging } line) return null;
        var challenge = line.Text.Trim();
        if (isFirst || Convert.TryFromBase64String(challenge, new byte[challenge.Length], out _)) return challenge;
        throw new UnexpectedReplyException(FailureKind.ProtocolViolation, reply);
    }
}
