using System.Globalization;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// A POP3 session in our own words, not MailKit's: RETR marks messages as read on Dovecot even without QUIT (measured with 2.3.19), while TOP with more lines than
/// any message has brings the same bytes and leaves no trace, and MailKit has no TOP but for headers. It is left without QUIT, so the
/// UPDATE state, in which servers delete, is never entered.
/// </summary>
internal sealed class Pop3Session : MailSession
{
    private const int ToldOfCapabilities = 12;
    private const int ToldOfLists = 3;
    private const int MaxCapabilities = 200;

    // Where TOP was not announced, so many refusals in a row are its answer.
    private const int RefusalsThatTell = 3;

    // A server may throw away with its buffer what came behind the sign-in: one that says nothing for so long is asked for a sign of life.
    private const double RoundTripsOfPatience = 1.5;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly TimeProvider _clock;
    private readonly HashSet<string> _sentAhead;
    private bool _owesNoop;
    private bool _forgetsAhead;
    private CapabilitySet _capabilities;
    private int _fetched;

    // Attachments' lines have 78 bytes (RFC 2045 §6.8). A later part has lines a little longer than the ones before, perhaps.
    private const double ShortLine = 78;
    private const double SafeShare = 1.1;
    private double _lineBytes = 1000;
    private bool _isCut;

    /// <summary>The session of a user who was let in.</summary>
    /// <param name="connection">The vetted connection.</param>
    /// <param name="capabilities">What the server told before the sign-in.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="sentAhead">What of <see cref="QuestionsAhead"/> went in the same write as the sign-in.</param>
    internal Pop3Session(MailConnection connection, CapabilitySet capabilities, TimeProvider clock, IReadOnlyList<string> sentAhead)
        : base(connection) => (_capabilities, _clock, _sentAhead) = (capabilities, clock, [.. sentAhead]);

    /// <summary>What a server that takes commands ahead is asked in one write.</summary>
    internal static string[] QuestionsAhead(CapabilitySet told) => UidlWriters.MayInclude(told) ? ["STAT", "CAPA", "LIST"] : ["STAT", "CAPA", "LIST", "UIDL"];

    private LineConversation Lines => Connection.Lines;

    /// <summary>
    /// STAT, CAPA, LIST and UIDL, sent together where the server takes commands ahead. CAPA is asked again because TOP, PIPELINING, EXPIRE and LOGIN-DELAY may only
    /// now be this user's (RFC 2449 §6.5, 6.7). STAT stands first: a refusal of it is the answer of servers that hide a switched-off POP3 behind a good sign-in.
    /// </summary>
    /// <param name="told">Told after each answer of everything so far: the next one may be a refusal, or never end.</param>
    /// <param name="token">The step's limit.</param>
    /// <exception cref="UnexpectedReplyException">STAT or LIST was refused, or STAT tells nonsense.</exception>
    internal async Task SurveyAsync(Action<MaildropSurvey> told, CancellationToken token)
    {
        if (_sentAhead.Count > 0) await DemandSignOfLifeAsync(token);
        else if (Pipelines) await SendAheadAsync(token, QuestionsAhead(_capabilities));
        var survey = ReadStat(await AskAsync("STAT", token));
        told(survey);
        told(survey = survey with { Capabilities = await AskCapabilitiesAsync(token) });
        _capabilities = survey.Capabilities ?? _capabilities;
        var writes = survey.Capabilities is null ? UidlWriters.MayInclude(_capabilities) : UidlWriters.Include(_capabilities);
        if (Pipelines && _sentAhead.Count == 0) await SendAheadAsync(token, writes ? ["LIST"] : ["LIST", "UIDL"]);
        var (listing, refusal) = await AskListAsync(token);
        told(survey = survey with { Listing = listing });
        var tooMany = listing?.Messages > ScanListing.MaxListed;
        if (_sentAhead.Contains("UIDL") || !(writes || tooMany)) told(survey with { Ids = await AskUidlAsync(token) });
        await SettleAsync(token);

        // Some servers refuse to list an empty maildrop; one with messages that is not listed cannot be read by anybody.
        if (refusal is not null && survey.Messages > 0) throw new UnexpectedReplyException(FailureKind.MailboxRefused, refusal);
    }

    /// <inheritdoc/>
    internal override async Task<SampleFetch?> FetchAsync(int index, CancellationToken token)
    {
        if (_fetched == 0 && Refused >= RefusalsThatTell && !_capabilities.Has("TOP")) return null;
        var fetch = await TopAsync([index], token);
        _fetched += fetch is null ? 0 : 1;
        return fetch;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// POP3 counts lines, not bytes: the first part takes lines to be as long as they may be (RFC 5322 §2.1.1), the next ones as long as they were.
    /// Should they grow longer than that, the rest is left unread and the session is over.
    /// </remarks>
    internal override async Task<SampleFetch?> FetchPartAsync(int index, int bytes, CancellationToken token)
    {
        if (IsOver) return null;
        await Lines.SendAsync(token, string.Create(CultureInfo.InvariantCulture, $"TOP {index + 1L} {(int)(bytes / _lineBytes)}"));
        if (await Lines.ReadLineAsync(token) is var reply && !IsOk(reply))
        {
            NoteRefusal(reply, MailProtocol.Pop3, ofOne: false);
            return null;
        }

        var (read, lines, whole) = await Lines.SkipMultilineAsync(bytes, token);
        if (!whole) Connection.Dispose();
        (_isCut, _lineBytes) = (!whole, lines == 0 ? _lineBytes : Math.Max(ShortLine, SafeShare * read / lines));
        return new SampleFetch(read, _clock.GetElapsedTime(Connection.Meter.LastWrite, Connection.Meter.LastRead).TotalMilliseconds);
    }

    /// <inheritdoc/>
    internal override async Task<SampleFetch?> FetchTogetherAsync(IReadOnlyList<int> indexes, CancellationToken token) =>
        Pipelines ? await TopAsync(indexes, token) : null;

    // After a part whose rest was left unread, too.
    private bool IsOver => _isCut || IsHeldOff;

    private bool Pipelines => !_forgetsAhead && _capabilities.Has("PIPELINING");

    // RFC 1939 §7: more lines than the body has means the whole message. A refused one is left out; null where none came.
    private async Task<SampleFetch?> TopAsync(IReadOnlyList<int> indexes, CancellationToken token)
    {
        if (IsOver) return null;
        await Lines.SendAsync(token, [.. indexes.Select(index => string.Create(CultureInfo.InvariantCulture, $"TOP {index + 1L} {int.MaxValue}"))]);
        var (start, bytes, came) = (Connection.Meter.LastWrite, 0L, false);
        foreach (var _ in indexes)
        {
            var reply = await Lines.ReadLineAsync(token);
            if (!IsOk(reply))
            {
                NoteRefusal(reply, MailProtocol.Pop3, ofOne: indexes.Count == 1);
                continue;
            }

            came = true;
            bytes += await Lines.SkipMultilineAsync(token);
        }

        return came ? new SampleFetch(bytes, _clock.GetElapsedTime(start, Connection.Meter.LastRead).TotalMilliseconds) : null;
    }

    private async Task SendAheadAsync(CancellationToken token, params string[] commands)
    {
        await SettleAsync(token);
        _sentAhead.UnionWith(commands);
        await Lines.SendAsync(token, commands);
    }

    // STAT's reply has numbers, or refuses; NOOP's has neither reason to. Where that one comes first, nothing of what was sent ahead was heard: it is asked again, step by step.
    private async Task DemandSignOfLifeAsync(CancellationToken token)
    {
        var coming = Lines.WaitAsync(token);
        if (!await coming.ComesAsync(Patience + (RoundTripsOfPatience * TimeSpan.FromMilliseconds(RoundTripMs ?? 0)), _clock, token))
        {
            await Lines.SendAsync(token, "NOOP");
            _owesNoop = true;
        }

        await coming;
    }

    // The reply's first line; a command that has gone ahead is not sent again.
    private async Task<string> AskAsync(string command, CancellationToken token)
    {
        if (!_sentAhead.Remove(command)) await SendAsync(command, token);
        var reply = await Lines.ReadLineAsync(token);
        if (command != "STAT" || !_owesNoop || !IsOk(reply) || Counts(reply) is not null) return reply;
        (_owesNoop, _forgetsAhead) = (false, true);
        _sentAhead.Clear();
        await SendAsync(command, token);
        return await Lines.ReadLineAsync(token);
    }

    private async Task SendAsync(string command, CancellationToken token)
    {
        await SettleAsync(token);
        await Lines.SendAsync(token, command);
    }

    // The reply to the NOOP comes behind what was sent ahead.
    private async Task SettleAsync(CancellationToken token)
    {
        if (_owesNoop) await Lines.ReadLineAsync(token);
        _owesNoop = false;
    }

    // Null where the server does not know the command, or lists nothing: then only what it said before the sign-in is known.
    private async Task<CapabilitySet?> AskCapabilitiesAsync(CancellationToken token)
    {
        if (!IsOk(await AskAsync("CAPA", token))) return null;
        var lines = new List<string>();
        await Lines.ReadMultilineAsync(ToldOfCapabilities, line => lines.AddRange(lines.Count < MaxCapabilities ? [line] : []), token);
        return lines.Count == 0 ? null : new CapabilitySet(lines);
    }

    private async Task<(ScanListing? Listing, string? Refusal)> AskListAsync(CancellationToken token)
    {
        var reply = await AskAsync("LIST", token);
        if (!IsOk(reply)) return (null, reply);
        var listing = new ScanListing();
        await Lines.ReadMultilineAsync(ToldOfLists, listing.Add, token);
        return (listing, null);
    }

    private async Task<UniqueIdListing> AskUidlAsync(CancellationToken token)
    {
        if (!IsOk(await AskAsync("UIDL", token))) return new UniqueIdListing { Refused = true };
        var ids = new UniqueIdListing();
        await Lines.ReadMultilineAsync(ToldOfLists, ids.Add, token);
        return ids;
    }

    private static MaildropSurvey ReadStat(string reply)
    {
        if (!IsOk(reply)) throw new UnexpectedReplyException(FailureKind.MailboxRefused, reply);
        return Counts(reply) ?? throw new UnexpectedReplyException(FailureKind.ProtocolViolation, reply);
    }

    private static MaildropSurvey? Counts(string reply)
    {
        var words = ScanListing.Words(reply);
        return words.Length >= 3 && ScanListing.Size(words[1]) is { } messages && ScanListing.Size(words[2]) is { } bytes ? new MaildropSurvey(messages, bytes) : null;
    }

    /// <summary>Whether the line says yes.</summary>
    internal static bool IsOk(string line) => line.StartsWith("+OK", StringComparison.OrdinalIgnoreCase);
}
