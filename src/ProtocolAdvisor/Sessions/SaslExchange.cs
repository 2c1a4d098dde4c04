using System.Security.Cryptography;
using MailKit.Security;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>The AUTH command as POP3 (RFC 5034) and SMTP (RFC 4954) have it: a mechanism, challenges and responses, and one last reply.</summary>
/// <param name="lines">The vetted connection.</param>
/// <param name="endpoint">Where it leads.</param>
/// <param name="credentials">Whose.</param>
internal sealed class SaslExchange(LineConversation lines, MailEndpoint endpoint, Credentials credentials)
{
    private const int MaxTurns = 8;

    /// <summary>Longest command line in octets: an initial response that makes it longer waits for the server's challenge.</summary>
    internal required int MaxCommandLine { get; init; }

    /// <summary>Reads one reply.</summary>
    internal required Func<CancellationToken, Task<string>> ReadAsync { get; init; }

    /// <summary>The challenge in a reply, in base64; null where it is the last one. The first need not make sense.</summary>
    internal required Func<string, bool, string?> ChallengeIn { get; init; }

    /// <summary>Signs in by this mechanism.</summary>
    /// <returns>The last reply; and the error about a token that came before it (RFC 7628 §3.2.2).</returns>
    /// <exception cref="UnexpectedReplyException">A challenge makes no sense.</exception>
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
        var rides = initial is not null && name.Length + initial.Length + "AUTH  \r\n".Length <= MaxCommandLine;
        await (rides ? lines.SendSecretAsync($"AUTH {name} {TranscriptRecorder.Hidden}", $"AUTH {name} {initial}", token) : lines.SendAsync(token, $"AUTH {name}"));
        var reply = await ReadAsync(token);
        string? error = null;
        for (var turn = 0; turn < MaxTurns; turn++)
        {
            var first = turn == 0 && initial is not null && !rides;
            if (ChallengeIn(reply, first) is not { } challenge) break;
            if (!first && credentials.IsAccessToken) error = OAuthBearer.Error(challenge);
            var response = first ? initial! : bearer ? OAuthBearer.Dismissal : mechanism.Challenge(challenge, token);
            await lines.SendSecretAsync(TranscriptRecorder.Hidden, response, token);
            reply = await ReadAsync(token);
        }

        return (reply, error);
    }
}
