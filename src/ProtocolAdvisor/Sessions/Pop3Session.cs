using System.Globalization;
using System.Security.Cryptography;
using MailKit.Security;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>The maildrop's lists.</summary>
/// <param name="Sizes">LIST's sizes in order; null where it was refused or is not to be believed, or the maildrop is too large to list.</param>
/// <param name="Uidl">Whether UIDL works.</param>
internal sealed record MaildropLists(IReadOnlyList<long>? Sizes, bool Uidl);

/// <summary>
/// A POP3 session in our own words, not MailKit's: RETR marks messages as read on Dovecot even without QUIT (measured with 2.3.19), while TOP with more lines than
/// any message has brings the same bytes and leaves no trace, and MailKit has no TOP but for headers. It is left without QUIT, so the
/// UPDATE state, in which servers delete, is never entered.
/// </summary>
internal sealed class Pop3Session : MailSession
{
    /// <summary>Above so many messages the lists are not asked for, or skipped where they were asked for ahead.</summary>
    internal const int MaxListed = 100_000;

    private const int MaxCommandLine = 255;
    private const int MaxTurns = 8;
    private const int ToldOfLists = 3;
    private readonly CapabilitySet _capabilities;
    private readonly TimeProvider _clock;

    // Attachments' lines have 78 bytes (RFC 2045 §6.8). A later part has lines a little longer than the ones before, perhaps.
    private const double ShortLine = 78;
    private const double SafeShare = 1.1;
    private double _lineBytes = 1000;
    private bool _isCut;

    private Pop3Session(MailConnection connection, CapabilitySet capabilities, TimeProvider clock)
        : base(connection) => (_capabilities, _clock) = (capabilities, clock);

    private LineConversation Lines => Connection.Lines;

    /// <summary>The one attempt; <paramref name="answered"/> is told how it ended.</summary>
    internal static async Task<Pop3Session?> SignInAsync(
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
        var session = new Pop3Session(connection, capabilities, clock);
        var start = clock.GetTimestamp();
        var (reply, error) = mechanism == "USER"
            ? (await session.UserPassAsync(credentials, token), null) : await session.AuthAsync(mechanism, endpoint, credentials, token);
        var elapsed = clock.GetElapsedTime(start).TotalMilliseconds;
        var shown = error is null ? reply : $"{reply} {error}";
        answered(IsOk(reply)
            ? new SignInResult(SignInOutcome.Accepted, mechanism, elapsed, shown)
            : SignInResult.Refused(mechanism, elapsed, shown, SignInRefusal.Read(reply, MailProtocol.Pop3, credentials.IsAccessToken, error is not null)));
        return IsOk(reply) ? session : null;
    }

    /// <summary>STAT, LIST and UIDL, sent together where the server takes commands ahead. A refusal of STAT is the answer of servers that hide a switched-off POP3 behind a good sign-in.</summary>
    /// <param name="counted">Told of STAT's messages and bytes at once: the lists may be refused, or never end.</param>
    /// <param name="token">The step's limit.</param>
    /// <exception cref="UnexpectedReplyException">STAT was refused, or tells nonsense.</exception>
    internal async Task<MaildropLists> ListAsync(Action<long, long> counted, CancellationToken token)
    {
        var ahead = _capabilities.Has("PIPELINING");
        await Lines.SendAsync(token, ahead ? ["STAT", "LIST", "UIDL"] : ["STAT"]);
        var (messages, bytes) = await ReadStatAsync(token);
        counted(messages, bytes);
        if (messages > MaxListed) return new MaildropLists(null, ahead ? await SkipListsAsync(token) : _capabilities.Has("UIDL"));
        if (!ahead) await Lines.SendAsync(token, "LIST");
        var sizes = IsOk(await Lines.ReadLineAsync(token)) ? Sizes(await Lines.ReadMultilineAsync(MaxListed, ToldOfLists, token)) : null;
        if (!ahead) await Lines.SendAsync(token, "UIDL");
        var uidl = IsOk(await Lines.ReadLineAsync(token)) && (await Lines.ReadMultilineAsync(MaxListed, ToldOfLists, token)).Count == messages;
        return new MaildropLists(sizes, uidl);
    }

    /// <inheritdoc/>
    internal override async Task<SampleFetch?> FetchAsync(int index, CancellationToken token) => (await TopAsync([index], token))!.Value;

    /// <inheritdoc/>
    /// <remarks>
    /// POP3 counts lines, not bytes: the first part takes lines to be as long as they may be (RFC 5322 §2.1.1), the next ones as long as they were.
    /// Should they grow longer than that, the rest is left unread and the session is over.
    /// </remarks>
    internal override async Task<SampleFetch?> FetchPartAsync(int index, int bytes, CancellationToken token)
    {
        if (_isCut) return null;
        await Lines.SendAsync(token, string.Create(CultureInfo.InvariantCulture, $"TOP {index + 1L} {(int)(bytes / _lineBytes)}"));
        if (!IsOk(await Lines.ReadLineAsync(token))) return null;
        var (read, lines, whole) = await Lines.SkipMultilineAsync(bytes, token);
        if (!whole) Connection.Dispose();
        (_isCut, _lineBytes) = (!whole, lines == 0 ? _lineBytes : Math.Max(ShortLine, SafeShare * read / lines));
        return new SampleFetch(read, _clock.GetElapsedTime(Connection.Meter.LastWrite, Connection.Meter.LastRead).TotalMilliseconds);
    }

    /// <inheritdoc/>
    internal override async Task<SampleFetch?> FetchTogetherAsync(IReadOnlyList<int> indexes, CancellationToken token) =>
        _capabilities.Has("PIPELINING") ? await TopAsync(indexes, token) : null;

    // RFC 1939 §7: more lines than the body has means the whole message.
    private async Task<SampleFetch?> TopAsync(IReadOnlyList<int> indexes, CancellationToken token)
    {
        await Lines.SendAsync(token, [.. indexes.Select(index => string.Create(CultureInfo.InvariantCulture, $"TOP {index + 1} {int.MaxValue}"))]);
        var (start, bytes) = (Connection.Meter.LastWrite, 0L);
        foreach (var _ in indexes)
        {
            var reply = await Lines.ReadLineAsync(token);
            if (!IsOk(reply)) throw new UnexpectedReplyException(FailureKind.CapabilityMissing, reply);
            bytes += await Lines.SkipMultilineAsync(token);
        }

        return new SampleFetch(bytes, _clock.GetElapsedTime(start, Connection.Meter.LastRead).TotalMilliseconds);
    }

    private async Task<string> UserPassAsync(Credentials credentials, CancellationToken token)
    {
        await Lines.SendSecretAsync($"USER {TranscriptRecorder.Hidden}", $"USER {credentials.Username}", token);
        var reply = await Lines.ReadLineAsync(token);
        if (!IsOk(reply)) return reply;
        await Lines.SendSecretAsync($"PASS {TranscriptRecorder.Hidden}", $"PASS {credentials.Secret.Reveal()}", token);
        return await Lines.ReadLineAsync(token);
    }

    // RFC 5034 §4: an initial response rides along where the line stays within 255 octets; else the server's + is waited for.
    private async Task<(string Reply, string? Error)> AuthAsync(string name, MailEndpoint endpoint, Credentials credentials, CancellationToken token)
    {
        try
        {
            return await ExchangeAsync(name, endpoint, credentials, token);
        }
        catch (Exception e) when (e is SaslException or CryptographicException or FormatException or NotSupportedException)
        {
            throw new UnexpectedReplyException(FailureKind.ProtocolViolation, null); // a challenge that makes no sense
        }
    }

    private async Task<(string Reply, string? Error)> ExchangeAsync(string name, MailEndpoint endpoint, Credentials credentials, CancellationToken token)
    {
        var bearer = name == "OAUTHBEARER";
        var mechanism = SignInMechanism.Create(name, credentials);
        var initial = bearer ? OAuthBearer.Message(endpoint, credentials) : mechanism.SupportsInitialResponse ? mechanism.Challenge("", token) : null;
        var rides = initial is not null && name.Length + initial.Length + "AUTH  \r\n".Length <= MaxCommandLine;
        await (rides ? Lines.SendSecretAsync($"AUTH {name} {TranscriptRecorder.Hidden}", $"AUTH {name} {initial}", token) : Lines.SendAsync(token, $"AUTH {name}"));
        var reply = await Lines.ReadLineAsync(token);
        string? error = null;
        for (var turn = 0; turn < MaxTurns; turn++)
        {
            var first = turn == 0 && initial is not null && !rides;
            if (Challenge(reply, first) is not { } challenge) break;
            if (!first && credentials.IsAccessToken) error = OAuthBearer.Error(challenge);
            var response = first ? initial! : bearer ? OAuthBearer.Dismissal : mechanism.Challenge(challenge, token);
            await Lines.SendSecretAsync(TranscriptRecorder.Hidden, response, token);
            reply = await Lines.ReadLineAsync(token);
        }

        return (reply, error);
    }

    // A continuation is a plus, a blank and base64 (RFC 5034 §4); "+ERR Server error" is none, but a refusal in wrong words. What stands behind the first plus need not make sense.
    private static string? Challenge(string reply, bool isFirst)
    {
        if (reply.TrimEnd() != "+" && !reply.StartsWith("+ ", StringComparison.Ordinal)) return null;
        var challenge = reply[1..].Trim();
        return isFirst || Convert.TryFromBase64String(challenge, new byte[challenge.Length], out _) ? challenge : null;
    }

    private async Task<(long Messages, long Bytes)> ReadStatAsync(CancellationToken token)
    {
        var reply = await Lines.ReadLineAsync(token);
        var words = reply.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!IsOk(reply)) throw new UnexpectedReplyException(FailureKind.SignInRejected, reply);
        return words.Length >= 3 && Number(words[1]) is { } messages && Number(words[2]) is { } bytes
            ? (messages, bytes) : throw new UnexpectedReplyException(FailureKind.ProtocolViolation, reply);
    }

    // Whether UIDL worked.
    private async Task<bool> SkipListsAsync(CancellationToken token)
    {
        if (IsOk(await Lines.ReadLineAsync(token))) await Lines.SkipMultilineAsync(token);
        if (!IsOk(await Lines.ReadLineAsync(token))) return false;
        await Lines.SkipMultilineAsync(token);
        return true;
    }

    private static List<long>? Sizes(List<string> lines)
    {
        var sizes = lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var size, ..] ? Number(size) : null).ToList();
        return sizes.TrueForAll(size => size is not null) ? sizes.ConvertAll(size => size!.Value) : null;
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= Plausible.MaxBytes ? value : null;

    private static bool IsOk(string line) => line.StartsWith("+OK", StringComparison.OrdinalIgnoreCase);
}
