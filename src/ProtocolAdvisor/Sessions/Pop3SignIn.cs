using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>POP3's one sign-in: USER and PASS (RFC 1939 §7), or AUTH (RFC 5034).</summary>
/// <param name="lines">The vetted connection.</param>
/// <param name="endpoint">Where it leads.</param>
/// <param name="credentials">Whose.</param>
internal sealed class Pop3SignIn(LineConversation lines, MailEndpoint endpoint, Credentials credentials)
{
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
        var attempt = new Pop3SignIn(connection.Lines, endpoint, credentials);
        var start = clock.GetTimestamp();
        var (reply, error) = mechanism == "USER"
            ? (await attempt.UserPassAsync(token), null) : await attempt.AuthAsync(mechanism, token);
        var elapsed = clock.GetElapsedTime(start).TotalMilliseconds;
        var shown = error is null ? reply : $"{reply} {error}";
        answered(Pop3Session.IsOk(reply)
            ? new SignInResult(SignInOutcome.Accepted, mechanism, elapsed, shown)
            : SignInResult.Refused(mechanism, elapsed, shown, SignInRefusal.Read(reply, MailProtocol.Pop3, credentials.IsAccessToken, error is not null)));
        return Pop3Session.IsOk(reply) ? new Pop3Session(connection, capabilities, clock) : null;
    }

    private async Task<string> UserPassAsync(CancellationToken token)
    {
        await lines.SendSecretAsync($"USER {TranscriptRecorder.Hidden}", $"USER {credentials.Username}", token);
        var reply = await lines.ReadLineAsync(token);
        if (!Pop3Session.IsOk(reply)) return reply;
        await lines.SendSecretAsync($"PASS {TranscriptRecorder.Hidden}", $"PASS {credentials.Secret.Reveal()}", token);
        return await lines.ReadLineAsync(token);
    }

    // RFC 5034 §4: an initial response rides along where the line stays within 255 octets; else the server's + is waited for.
    private Task<(string Reply, string? Error)> AuthAsync(string name, CancellationToken token) =>
        new SaslExchange(lines, endpoint, credentials) { MaxCommandLine = MaxCommandLine, ReadAsync = lines.ReadLineAsync, ChallengeIn = Challenge }.RunAsync(name, token);

    // A continuation is a plus, a blank and base64 (RFC 5034 §4); "+ERR Server error" is none, but a refusal in wrong words. What stands behind the first plus need not make sense.
    private static string? Challenge(string reply, bool isFirst)
    {
        if (reply.TrimEnd() != "+" && !reply.StartsWith("+ ", StringComparison.Ordinal)) return null;
        var challenge = reply[1..].Trim();
        return isFirst || Convert.TryFromBase64String(challenge, new byte[challenge.Length], out _) ? challenge : null;
    }
}
