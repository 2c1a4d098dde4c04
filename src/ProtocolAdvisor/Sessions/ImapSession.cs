using System.Globalization;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>One message's place in its folder (from 0), its size and the day it arrived.</summary>
internal readonly record struct MessageSize(int Index, long Bytes, DateTimeOffset? Arrived);

/// <summary>An IMAP session in our own words over the connection that reconnaissance vetted. Folders are examined, bodies peeked at: no flag changes.</summary>
internal sealed class ImapSession : MailSession
{
    private static readonly string[] DayFormats = ["d-MMM-yyyy HH:mm:ss zzz"];

    private readonly CapabilitySet _before;
    private readonly ImapExchange _exchange;
    private readonly TimeProvider _clock;
    private ImapSurvey _survey;
    private ImapBatch? _ahead;
    private bool _introduced;
    private bool _wasAsked;

    /// <summary>The session of a user who is about to be let in.</summary>
    /// <param name="connection">The vetted connection.</param>
    /// <param name="before">What the server told that it offers, before the sign-in.</param>
    /// <param name="exchange">Asks over it.</param>
    /// <param name="clock">Tells the time.</param>
    internal ImapSession(MailConnection connection, CapabilitySet before, ImapExchange exchange, TimeProvider clock)
        : base(connection)
    {
        (_before, _exchange, _clock) = (before, exchange, clock);
        _survey = new ImapSurvey(exchange, Offer);
    }

    /// <summary>Whether new mail is pushed; null where the server has not said what it can do since the sign-in, and did not announce it before.</summary>
    internal bool? Idle => SurveyOffer.Idle(Capabilities) ? true : _exchange.Told is not null ? false : null;

    /// <summary>Whether the server offers to compress what it sends (RFC 4978). We never take the offer; mail programs do.</summary>
    internal bool Compresses => Capabilities.Has("COMPRESS=DEFLATE");

    /// <summary>
    /// What is asked first of all, ready to be sent: who we are, where that is wanted; what the server can do, unless it has said so since; and what the survey
    /// begins with.
    /// </summary>
    internal ImapBatch FirstQuestions(bool introduces)
    {
        if (_ahead is not null && _exchange.Told is null) return _ahead;
        if (_ahead is not null) _survey = new ImapSurvey(_exchange, Offer); // more is known by now
        _introduced = introduces;
        _wasAsked = false;
        var questions = _survey.Questions();
        return _ahead = _exchange.Prepare(
        [
            .. introduces ? (ImapCommand[])[ImapCommand.Plain(ClientName.Id)] : [],
            .. _exchange.Told is null ? (ImapCommand[])[ImapCommand.Plain("CAPABILITY")] : [],
            .. questions,
        ]);
    }

    /// <summary>Notes an untagged line that comes before the survey is under way.</summary>
    internal void Hear(List<ImapToken> line) => _survey.Hear(line);

    /// <summary>Whether the server takes our name, and has not been told it yet.</summary>
    internal bool MayIntroduce => !_introduced && Capabilities.Has("ID");

    /// <summary>
    /// Tells the server who asks, the product and nothing of its user (RFC 2971). Some open no folder before (NetEase). What they answer is
    /// nothing to us: one that does not know the command says so, and goes on.
    /// </summary>
    internal Task IntroduceAsync(CancellationToken token)
    {
        _introduced = true;
        return _exchange.AskAsync([ImapCommand.Plain(ClientName.Id)], _ => { }, token);
    }

    /// <summary>Takes a first look at the mailbox; where that was done, another one.</summary>
    /// <param name="begun">Told which survey it is, before anything is learned.</param>
    /// <param name="learned">Told as more becomes known.</param>
    /// <param name="token">The step's limit.</param>
    internal async Task LookAsync(Action<ImapSurvey> begun, Action learned, CancellationToken token)
    {
        if (_wasAsked) _survey = new ImapSurvey(_exchange, Offer);
        var (survey, ahead) = (_survey, _wasAsked ? null : _ahead);
        begun(survey);
        _wasAsked = true;
        await survey.LookAsync(ahead, learned, token);
    }

    /// <summary>Opens another folder for reading only.</summary>
    /// <returns>The folder as it shows itself.</returns>
    /// <exception cref="UnexpectedReplyException">The server does not open it.</exception>
    internal async Task<FolderCount> OpenAsync(FolderCount folder, CancellationToken token)
    {
        long? shown = null;
        var answers = await _exchange.AskAsync([Examination(folder)], line => shown = Exists(line) ?? shown, token);
        return answers[0].Ok && shown is not null ? folder.Opened(shown) : throw answers[0].Failure();
    }

    /// <summary>
    /// Opens folders for reading only, one after the other in one write, with the sizes of all their messages. One that is not as it was counted, or does not tell them, is left to
    /// <see cref="OpenAsync"/> and <see cref="SizesAsync"/>.
    /// </summary>
    /// <param name="folders">Which; their messages are counted, and there are some.</param>
    /// <param name="read">Told of each that was read, as soon as it was.</param>
    /// <param name="token">The step's limit.</param>
    internal Task OpenTogetherAsync(IReadOnlyList<FolderCount> folders, Action<FolderCount, IReadOnlyList<MessageSize>> read, CancellationToken token)
    {
        var (shown, told) = (new long?[folders.Count], new SortedDictionary<long, MessageSize>());
        var isOpen = false;
        return _exchange.AskInTurnAsync(
            [.. folders.SelectMany(x => (ImapCommand[])[Examination(x), SizesOf(x, $"1:{x.Messages}")])],
            (place, line) =>
            {
                if (place % 2 == 0) shown[place / 2] = Exists(line) ?? shown[place / 2];
                else if (SizeIn(line) is { } size && size.Index < folders[place / 2].Messages) told[size.Index] = size;
            },
            (place, answer) =>
            {
                var folder = folders[place / 2];
                if (place % 2 == 0) isOpen = answer.Ok && shown[place / 2] == folder.Messages;
                else if (isOpen && answer.Ok && told.Count == folder.Messages) read(folder.Opened(shown[place / 2]), [.. told.Values]);
                told.Clear();
            },
            token);
    }

    /// <summary>Sizes and arrival times of the open folder's messages: all of them, or an even choice of so many where there are more than <paramref name="most"/>.</summary>
    /// <exception cref="UnexpectedReplyException">The server tells none, or nobody knows how many messages there are.</exception>
    internal async Task<IReadOnlyList<MessageSize>> SizesAsync(FolderCount folder, int most, int choice, CancellationToken token)
    {
        if (folder.Messages is not { } count) throw new UnexpectedReplyException(FailureKind.ProtocolViolation, $"{folder.Shown} EXISTS");
        if (count == 0) return [];
        var sets = count <= most ? [$"1:{count}"] : SequenceSet.Of(Enumerable.Range(0, choice).Select(i => (i * count / choice) + 1));
        var told = new SortedDictionary<long, MessageSize>();
        var answers = await _exchange.AskAsync([.. sets.Select(numbers => SizesOf(folder, numbers))], line =>
        {
            if (SizeIn(line) is { } size && size.Index < count) told[size.Index] = size;
        }, token);
        return told.Count > 0 ? [.. told.Values] : throw (answers.FirstOrDefault(x => !x.Ok) ?? answers[0]).Failure();
    }

    /// <inheritdoc/>
    internal override async Task<SampleFetch?> FetchAsync(int index, CancellationToken token)
    {
        using var message = Compresses ? new MemoryStream() : null;
        var fetch = await FetchAsync([index], "BODY.PEEK[]", message, token);
        return message is null || fetch is not { } some ? fetch : some with { Deflated = await DeflatedSize.OfAsync(message, token) };
    }

    /// <inheritdoc/>
    internal override Task<SampleFetch?> FetchPartAsync(int index, int bytes, CancellationToken token) =>
        FetchAsync([index], string.Create(CultureInfo.InvariantCulture, $"BODY.PEEK[]<0.{bytes}>"), null, token);

    /// <inheritdoc/>
    internal override Task<SampleFetch?> FetchTogetherAsync(IReadOnlyList<int> indexes, CancellationToken token) =>
        FetchAsync(indexes, "BODY.PEEK[]", null, token);

    /// <summary>Throws where no message came, because the server refused them.</summary>
    /// <exception cref="UnexpectedReplyException">The server's words.</exception>
    internal void DemandHandedOut()
    {
        if (Refusal is not null) throw new UnexpectedReplyException(FailureKind.CommandRefused, Refusal);
    }

    // A refusal is of what was asked for, which the server cannot hand out (RFC 9051 §6.4.5), and of several messages those count that came. Null where none did.
    private async Task<SampleFetch?> FetchAsync(IReadOnlyList<int> indexes, string item, Stream? content, CancellationToken token)
    {
        if (IsHeldOff) return null;
        var commands = SequenceSet.Of(indexes.Select(x => x + 1L)).Select(numbers => ImapCommand.Plain($"FETCH {numbers} ({item})"));
        var (bodies, bytes, answers) = await _exchange.FetchAsync([.. commands], content, token);
        if (answers.FirstOrDefault(x => !x.Ok) is { } refusal) NoteRefusal(refusal.Text, MailProtocol.Imap, ofOne: indexes.Count == 1 && bodies == 0);
        return bodies == 0 ? null : new SampleFetch(bytes, _clock.GetElapsedTime(Connection.Meter.LastWrite, Connection.Meter.LastRead).TotalMilliseconds);
    }

    private ImapCommand Examination(FolderCount folder) =>
        new($"EXAMINE {ImapFolder.Written(folder.Name, Offer().Literals)}", $"EXAMINE {TranscriptRecorder.Hidden}", Elsewhere: true);

    private static ImapCommand SizesOf(FolderCount folder, string numbers)
    {
        var command = $"FETCH {numbers} (RFC822.SIZE INTERNALDATE)";
        return new ImapCommand(command, command, Elsewhere: !folder.IsInbox);
    }

    private static long? Exists(List<ImapToken> line) => line.Count == 3 && line[2].Is("EXISTS") ? line[1].Number : null;

    private CapabilitySet Capabilities => _exchange.Told ?? _before;

    // Until the server has told, or was asked in vain.
    private SurveyOffer Offer() => _exchange.Told is { } told ? SurveyOffer.Of(told) : _wasAsked ? SurveyOffer.Of(_before) : SurveyOffer.Presumed(_before);

    private static MessageSize? SizeIn(List<ImapToken> line)
    {
        if (line.Count < 5 || !line[2].Is("FETCH") || line[1].Number is not (> 0 and <= Plausible.MaxMessages and var number)) return null;
        ImapToken After(string item) => line.Index().FirstOrDefault(x => x.Index > 3 && x.Item.Is(item)) is { Index: > 0 } at ? line.ElementAtOrDefault(at.Index + 1) : default;
        return After("RFC822.SIZE").Number is >= 0 and { } bytes ? new((int)number - 1, bytes, DayOf(After("INTERNALDATE").Text)) : null;
    }

    private static DateTimeOffset? DayOf(string? text) =>
        DateTimeOffset.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day) ? day : null;
}
