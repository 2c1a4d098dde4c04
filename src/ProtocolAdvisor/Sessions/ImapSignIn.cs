using System.Globalization;
using System.Net.Sockets;
using System.Text;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// IMAP's one sign-in: AUTHENTICATE (RFC 9051 §6.2.2), or LOGIN (§6.2.3). Where the server can take it, the survey's first questions go in the same write: that saves a round
/// trip, and what is answered to them counts only behind an accepted sign-in.
/// </summary>
internal sealed class ImapSignIn
{
    // RFC 7162 §4: longer command lines are not to be relied on.
    private const int MaxCommandLine = 8 << 10;
    private const int MaxNonSynchronising = 4096; // RFC 7888 §5
    private const double RoundTripsOfPatience = 1.5;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly MailConnection _connection;
    private readonly MailEndpoint _endpoint;
    private readonly CapabilitySet _capabilities;
    private readonly Credentials _credentials;
    private readonly ImapTranscript _transcript;
    private readonly ImapExchange _exchange;
    private string? _saidForChallenge;
    private bool _isSent;

    private ImapSignIn(
        MailConnection connection, MailEndpoint endpoint, CapabilitySet capabilities, Credentials credentials, long maxLiteral, TimeProvider clock)
    {
        (_connection, _endpoint, _capabilities, _credentials) = (connection, endpoint, capabilities, credentials);
        _transcript = new ImapTranscript(connection.Transcript);
        _exchange = new ImapExchange(connection, _transcript, maxLiteral, clock);
    }

    /// <summary>The one attempt.</summary>
    /// <param name="connection">The vetted connection.</param>
    /// <param name="endpoint">Where it leads.</param>
    /// <param name="capabilities">What the server offers.</param>
    /// <param name="credentials">Who signs in.</param>
    /// <param name="maxLiteral">Most bytes of a message.</param>
    /// <param name="introduces">Whether the server wants to be told who the client is, before it shows anything.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="answered">Told of the sign-in, whatever comes behind it.</param>
    /// <param name="token">The step's limit.</param>
    /// <returns>The session, once its first question is answered; null where nobody was let in.</returns>
    internal static async Task<ImapSession?> TryAsync(
        MailConnection connection, MailEndpoint endpoint, CapabilitySet capabilities, Credentials credentials, long maxLiteral, bool introduces,
        TimeProvider clock, Action<SignInResult> answered, CancellationToken token)
    {
        var ownCommand = capabilities.Has("LOGINDISABLED") ? null : "IMAP LOGIN";
        var (mechanism, missing) = SignInMechanism.Choose(capabilities.SaslMechanisms, credentials, ownCommand);
        if (mechanism is null)
        {
            answered(SignInResult.NotAttempted(missing!.Value));
            return null;
        }

        answered(new SignInResult(SignInOutcome.Unanswered, mechanism));
        var attempt = new ImapSignIn(connection, endpoint, capabilities, credentials, maxLiteral, clock);
        var session = new ImapSession(connection, capabilities, attempt._exchange, clock);
        return await attempt.RunAsync(session, mechanism, mechanism == ownCommand, introduces, clock, answered, token) ? session : null;
    }

    private async Task<bool> RunAsync(
        ImapSession session, string mechanism, bool isOwn, bool introduces, TimeProvider clock, Action<SignInResult> answered, CancellationToken token)
    {
        var start = clock.GetTimestamp();
        double Elapsed() => clock.GetElapsedTime(start, _connection.Meter.LastRead).TotalMilliseconds;
        var (tag, ahead) = (_exchange.NextTag(), session.FirstQuestions(introduces));
        string? reply = null, error = null;
        try
        {
            (reply, error) = isOwn ? (await LoginAsync(tag, ahead, token), null) : await AuthenticateAsync(mechanism, tag, ahead, token);
        }
        catch (Exception e) when (_transcript.Goodbye is not null && e is SocketException or IOException and not (ResponseTooLargeException or UnexpectedReplyException))
        {
            // A goodbye with words in place of a reply is a refusal with its reason.
        }

        var elapsed = Elapsed();
        if (reply?.StartsWith("OK", StringComparison.OrdinalIgnoreCase) != true)
        {
            answered(Refused(reply ?? _transcript.Goodbye!, error, mechanism, elapsed));
            return false;
        }

        answered(new SignInResult(SignInOutcome.Accepted, mechanism, elapsed, reply));
        try
        {
            if (!_isSent) await _exchange.SendAsync(ahead = session.FirstQuestions(introduces), token);
            await _exchange.ReadFirstAsync(ahead, session.Hear, Patience + (RoundTripsOfPatience * TimeSpan.FromMilliseconds(_connection.Meter.RoundTripMs() ?? 0)), token);
            return true;
        }
        catch (Exception e) when (_transcript.Goodbye is not null && e is SocketException or IOException and not ResponseTooLargeException)
        {
            // OK to the password, and then goodbye because there is no mailbox for it (Courier).
            answered(SignInResult.Refused(mechanism, elapsed, _transcript.Goodbye!, SignInRefusal.Read(_transcript.Goodbye!, MailProtocol.Imap, _credentials.IsAccessToken, false)));
            return false;
        }
    }

    // Servers that announce either read on behind a line by design; others are asked one after the other.
    private bool MayRide => _capabilities.Has("SASL-IR") || _capabilities.Has("LITERAL+") || _capabilities.Has("LITERAL-");

    private static string[] Lines(ImapBatch batch) => [.. batch.Tagged.Select(x => $"{x.Tag} {x.Command.Text}")];

    private async Task<(string Reply, string? Error)> AuthenticateAsync(string mechanism, string tag, ImapBatch ahead, CancellationToken token)
    {
        var hasInitial = _capabilities.Has("SASL-IR") || _capabilities.Has("IMAP4rev2");
        var isFirst = true;
        var exchange = new SaslExchange(_connection.Lines, _endpoint, _credentials)
        {
            Command = $"{tag} AUTHENTICATE",
            MaxCommandLine = hasInitial ? MaxCommandLine : 0,
            Behind = Lines(ahead),
            ReadAsync = async x =>
            {
                var takesAny = isFirst && !hasInitial;
                isFirst = false;
                while (true)
                {
                    var reply = await _exchange.ReadReplyAsync(tag, x);
                    if (!reply.StartsWith('+') || takesAny || Challenge(reply, false) is not null) return reply;
                    _saidForChallenge = reply[1..].TrimStart(); // some servers say what is wrong where a challenge belongs, and less behind it
                }
            },
            ChallengeIn = Challenge,
        };
        var answer = await exchange.RunAsync(mechanism, token);
        _isSent = exchange.BehindSent;
        return answer;
    }

    // What stands in the first need not make sense: it is answered by what the mechanism begins with.
    private static string? Challenge(string reply, bool isFirst)
    {
        if (!reply.StartsWith('+')) return null;
        var challenge = reply[1..].Trim();
        return isFirst || Convert.TryFromBase64String(challenge, new byte[challenge.Length], out _) ? challenge : null;
    }

    // Name and password as strings; what does not fit into one as a literal, which is waited for where it has to be (RFC 9051 §4.3).
    private async Task<string> LoginAsync(string tag, ImapBatch ahead, CancellationToken token)
    {
        var line = $"{tag} LOGIN";
        var shown = $"{tag} LOGIN {TranscriptRecorder.Hidden}";
        foreach (var part in new[] { _credentials.Username, _credentials.Secret.Reveal() })
        {
            var bytes = Encoding.UTF8.GetByteCount(part);
            if (!part.AsSpan().ContainsAnyExceptInRange(' ', '~')) line += $" {ImapToken.Quote(part)}";
            else if (_capabilities.Has("LITERAL+") || (_capabilities.Has("LITERAL-") && bytes <= MaxNonSynchronising)) line += Literal(bytes, "+") + part;
            else
            {
                await _connection.Lines.SendSecretAsync(shown, line + Literal(bytes, "")[..^2], token);
                if (await _exchange.ReadReplyAsync(tag, token) is var reply && !reply.StartsWith('+')) return reply;
                (line, shown) = (part, TranscriptRecorder.Hidden);
            }
        }

        _isSent = MayRide;
        await _connection.Lines.SendSecretAsync(shown, line, token, _isSent ? Lines(ahead) : []);
        string answer;
        do answer = await _exchange.ReadReplyAsync(tag, token);
        while (answer.StartsWith('+'));
        return answer;
    }

    private static string Literal(int bytes, string sign) => string.Create(CultureInfo.InvariantCulture, $" {{{bytes}{sign}}}\r\n");

    private SignInResult Refused(string refusal, string? error, string mechanism, double elapsedMs)
    {
        var reading = SignInRefusal.Read(refusal, MailProtocol.Imap, _credentials.IsAccessToken, error is not null);
        if (error is null && _saidForChallenge is { Length: > 0 } said && reading.KnownBy is null or RefusalSign.Vague
            && SignInRefusal.Known(said, MailProtocol.Imap, _credentials.IsAccessToken) is { } earlier)
            return SignInResult.Refused(mechanism, elapsedMs, $"{said} {refusal}", earlier);
        return SignInResult.Refused(mechanism, elapsedMs, error is null ? refusal : $"{refusal} {error}", reading);
    }
}
