using System.Security.Cryptography;
using MailKit.Security;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// The AUTH command as POP3 (RFC 5034) and SMTP (RFC 4954) have it, and IMAP's AUTHENTICATE (RFC 9051 §6.2.2): a mechanism, challenges and responses, and one last reply.
/// </summary>
/// <param name="lines">The vetted connection.</param>
/// <param name="endpoint">Where it leads.</param>
/// <param name="credentials">Whose.</param>
internal sealed class SaslExchange(LineConversation lines, MailEndpoint endpoint, Credentials credentials)
{
    private const int MaxTurns = 8;

    /// <summary>The command's name, with its tag where the protocol has tags.</summary>
    internal string Command { get; init; } = "AUTH";

    /// <summary>Longest command line in octets: an initial response that makes it longer waits for the server's challenge.</summary>
    internal required int MaxCommandLine { get; init; }

    /// <summary>Reads one reply.</summary>
    internal required Func<CancellationToken, Task<string>> ReadAsync { get; init; }

    /// <summary>The challenge in a reply, in base64; null where it is the last one. The first need not make sense.</summary>
    internal required Func<string, bool, string?> ChallengeIn { get; init; }

    /// <summary>
    /// Commands that go in the same write as an initial response which is also the last (PLAIN, RFC 4616): whatever a server answers to them counts only behind
    /// an accepted sign-in.
    /// </summary>
    internal IReadOnlyList<string> Behind { get; init; } = [];

    /// <summary>Whether they have gone.</summary>
    internal bool BehindSent { get; private set; }

    /// <summary>Signs in by this mechanism.</summary>
    /// <returns>The last reply; and the error about a token that came before it (RFC 7628 §3.2.2).</returns>
    /// <exception cref="UnexpectedReplyException">A challenge makes no sense, or comes where none can: the server has taken a command behind the sign-in for a part of it.</exception>
    internal async Task<(string Reply, string? Error)> RunAsync(string name, CancellationToken token)
    {
        try
        {
            return await ExchangeAsync(name, token);
        }
        catch (Exception e) when (e is SaslException or CryptographicException or FormatException or NotSupportedException)
        {
            throw new UnexpectedReplyException(FailureKind.ProtocolViolation, null);
        }
    }

    private async Task<(string Reply, string? Error)> ExchangeAsync(string name, CancellationToken token)
    {
        var bearer = name == "OAUTHBEARER";
        var mechanism = SignInMechanism.Create(name, credentials);
        var initial = bearer ? OAuthBearer.Message(endpoint, credentials) : mechanism.SupportsInitialResponse ? mechanism.Challenge("", token) : null;
        var rides = initial is not null && Command.Length + name.Length + initial.Length + "  \r\n".Length <= MaxCommandLine;
        BehindSent = rides && name == "PLAIN" && Behind.Count > 0;
        await (rides
            ? lines.SendSecretAsync($"{Command} {name} {TranscriptRecorder.Hidden}", $"{Command} {name} {initial}", token, BehindSent ? [.. Behind] : [])
            : lines.SendAsync(token, $"{Command} {name}"));
        var reply = await ReadAsync(token);
        string? error = null;
        for (var turn = 0; turn < MaxTurns; turn++)
        {
            var first = turn == 0 && initial is not null && !rides;
            if (ChallengeIn(reply, first) is not { } challenge) break;
            if (BehindSent) throw new UnexpectedReplyException(FailureKind.ProtocolViolation, null);
            if (!first && credentials.IsAccessToken) error = OAuthBearer.Error(challenge);
            var response = first ? initial! : bearer ? OAuthBearer.Dismissal : mechanism.Challenge(challenge, token);
            await lines.SendSecretAsync(TranscriptRecorder.Hidden, response, token);
            reply = await ReadAsync(token);
        }

        return (reply, error);
    }
}
