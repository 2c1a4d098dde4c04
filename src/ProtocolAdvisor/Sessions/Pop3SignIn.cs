using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// POP3's one sign-in: USER and PASS (RFC 1939 §7), or AUTH (RFC 5034). Where the server takes commands ahead (PIPELINING, RFC 2449 §6.6), the survey's questions go in the
/// same write: that saves round trips, and what is answered to them counts only behind an accepted sign-in.
/// </summary>
/// <param name="lines">The vetted connection.</param>
/// <param name="endpoint">Where it leads.</param>
/// <param name="credentials">Whose.</param>
/// <param name="ahead">What may go in the same write.</param>
internal sealed class Pop3SignIn(LineConversation lines, MailEndpoint endpoint, Credentials credentials, string[] ahead)
{
    private bool _isSent;

    private const int MaxCommandLine = 255;

    /// <summary>The one attempt; <paramref name="answered"/> is told how it ended.</summary>
    internal static async Task<Pop3Session?> TryAsync(
        MailConnection connection, MailEndpoint endpoint, CapabilitySet capabilities, Credentials credentials, TimeProvider clock,
        Action<SignInResult> answered, CancellationToken token)
    {
        // Where nothing else is offered, USER is tried: CAPA is younger than it, and not every server lists it.
        var offered = capabilities.SaslMechanisms;
        var (mechanism, missing) = SignInMechanism.Choose(offered, credentials, offered.Count == 0 || capabilities.Has("USER") ? "USER" : null);
        if (mechanism is null)
        {
            answered(SignInResult.NotAttempted(missing!.Value));
            return null;
        }

        answered(new SignInResult(SignInOutcome.Unanswered, mechanism));
        var attempt = new Pop3SignIn(connection.Lines, endpoint, credentials, capabilities.Has("PIPELINING") ? Pop3Session.QuestionsAhead(capabilities) : []);
        var start = clock.GetTimestamp();
        var (reply, error) = mechanism == "USER"
            ? (await attempt.UserPassAsync(token), null) : await attempt.AuthAsync(mechanism, token);
        var elapsed = clock.GetElapsedTime(start).TotalMilliseconds;
        var shown = error is null ? reply : $"{reply} {error}";
        answered(Pop3Session.IsOk(reply)
            ? new SignInResult(SignInOutcome.Accepted, mechanism, elapsed, shown)
            : SignInResult.Refused(mechanism, elapsed, shown, SignInRefusal.Read(reply, MailProtocol.Pop3, credentials.IsAccessToken, error is not null)));
        return Pop3Session.IsOk(reply) ? new Pop3Session(connection, capabilities, clock, attempt._isSent ? attempt.Ahead : []) : null;
    }

    private string[] Ahead => ahead;

    private async Task<string> UserPassAsync(CancellationToken token)
    {
        var (user, pass) = ($"USER {credentials.Username}", $"PASS {credentials.Secret.Reveal()}");
        _isSent = ahead.Length > 0;
        if (_isSent) await lines.SendSecretsAsync([($"USER {TranscriptRecorder.Hidden}", user), ($"PASS {TranscriptRecorder.Hidden}", pass)], token, ahead);
        else await lines.SendSecretAsync($"USER {TranscriptRecorder.Hidden}", user, token);
        var reply = await lines.ReadLineAsync(token);
        if (!Pop3Session.IsOk(reply)) return reply;
        if (!_isSent) await lines.SendSecretAsync($"PASS {TranscriptRecorder.Hidden}", pass, token);
        return await lines.ReadLineAsync(token);
    }

    // RFC 5034 §4: an initial response rides along where the line stays within 255 octets; else the server's + is waited for.
    private async Task<(string Reply, string? Error)> AuthAsync(string name, CancellationToken token)
    {
        var exchange = new SaslExchange(lines, endpoint, credentials) { MaxCommandLine = MaxCommandLine, ReadAsync = lines.ReadLineAsync, ChallengeIn = Challenge, Behind = ahead };
        var answer = await exchange.RunAsync(name, token);
        _isSent = exchange.BehindSent;
        return answer;
    }

    // A continuation is a plus, a blank and base64 (RFC 5034 §4); "+ERR Server error" is none, but a refusal in wrong words. What stands behind the first plus need not make sense.
    private static string? Challenge(string reply, bool isFirst)
    {
        if (reply.TrimEnd() != "+" && !reply.StartsWith("+ ", StringComparison.Ordinal)) return null;
        var challenge = reply[1..].Trim();
        return isFirst || Convert.TryFromBase64String(challenge, new byte[challenge.Length], out _) ? challenge : null;
    }
}
