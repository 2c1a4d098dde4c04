using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>One message's place in its folder (from 0), its size and the day it arrived.</summary>
internal readonly record struct MessageSize(int Index, long Bytes, DateTimeOffset? Arrived);

/// <summary>An IMAP session: MailKit over the connection that reconnaissance vetted, guarded. Folders are examined, bodies peeked at: no flag changes.</summary>
internal sealed class ImapSession : MailSession
{
    private static readonly string[] DayFormats = ["d-MMM-yyyy HH:mm:ss zzz"];

    private readonly ImapClient _client;
    private readonly WireGuard _wire;
    private readonly ImapTranscript _transcript;
    private readonly ImapExchange _exchange;
    private bool _introduced;

    private ImapSession(ImapClient client, WireGuard wire, ImapTranscript transcript, MailConnection connection)
        : base(connection) => (_client, _wire, _transcript, _exchange) = (client, wire, transcript, new ImapExchange(connection, wire, transcript));

    /// <summary>Whether new mail is pushed; null where the server has not said what it can do since the sign-in, and did not announce it before.</summary>
    internal bool? Idle => Offers(ImapCapabilities.Idle) ? true : _wire.CapabilitiesTold ? false : null;

    /// <summary>Whether the server offers to compress what it sends (RFC 4978). We never take the offer; mail programs do.</summary>
    internal bool Compresses => _client.Capabilities.HasFlag(ImapCapabilities.Compress);

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
    /// <remarks>MailKit asks for namespaces and folders behind it; when that fails, <paramref name="answered"/> has been told of the sign-in all the same.</remarks>
    internal static async Task<ImapSession?> SignInAsync(
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

        var greeting = $"* OK [CAPABILITY {string.Join(' ', capabilities.Lines)}] vetted";
        var transcript = new ImapTranscript(connection.Transcript);
        var wire = new WireGuard(connection, greeting, new ResponseGuard(maxLiteral) { Heard = transcript.Heard }, transcript, clock);
        var session = new ImapSession(new ImapClient { CheckCertificateRevocation = false }, wire, transcript, connection);
        var accepted = false;
        try
        {
            accepted = await session.AskAsync(async () =>
            {
                // "None" because the stream is encrypted already: MailKit has no TLS of its own to begin.
                await session._client.ConnectAsync(wire, endpoint.Host.Value, endpoint.Port, SecureSocketOptions.None, token);
                wire.Mark();
                if (introduces) wire.BehindSignIn = session.IntroduceAsync;
                return await session.AuthenticateAsync(mechanism, ownCommand, credentials, token);
            });
            return accepted ? session : null;
        }
        finally
        {
            if (wire.FirstWrite != 0) answered(session.Describe(mechanism, credentials));
            if (!accepted) session.Dispose();
        }
    }

    /// <summary>Whether the server takes our name, and has not been told it yet.</summary>
    internal bool MayIntroduce => !_introduced && Offers(ImapCapabilities.Id);

    /// <summary>
    /// Tells the server who asks, the product and nothing of its user (RFC 2971). Some open no folder before (NetEase). What they answer is
    /// nothing to us: one that does not know the command says so, and goes on.
    /// </summary>
    internal Task IntroduceAsync(CancellationToken token)
    {
        _introduced = true;
        return _exchange.AskAsync([ImapCommand.Plain(ClientName.Id)], _ => { }, token);
    }

    /// <summary>A survey of the mailbox. From its first question on, MailKit's replies are not listened to any more: message bodies may come.</summary>
    internal ImapSurvey Survey()
    {
        _wire.Listens = false;
        return new ImapSurvey(_exchange, new SurveyOffer(
            ListStatus: Offers(ImapCapabilities.ListStatus),
            ListSpecialUse: Offers(ImapCapabilities.SpecialUse) && (Offers(ImapCapabilities.ListExtended) || Offers(ImapCapabilities.ListStatus)),
            StatusSize: Offers(ImapCapabilities.StatusSize) || Offers(ImapCapabilities.IMAP4rev2),
            Namespaces: Offers(ImapCapabilities.Namespace),
            Quota: Offers(ImapCapabilities.Quota),
            Literals: TakesLiterals));
    }

    /// <summary>Opens the Inbox for reading only, through MailKit, which then fetches samples from it.</summary>
    /// <returns>The Inbox as it shows itself.</returns>
    internal Task<FolderCount> OpenInboxAsync(FolderCount inbox, CancellationToken token) => AskAsync(async () =>
    {
        await _client.Inbox!.OpenAsync(FolderAccess.ReadOnly, token);
        return inbox.ShowsNonsense ? inbox : inbox.Opened(_client.Inbox.Count); // what MailKit makes of nonsense is no count either
    });

    /// <summary>Opens another folder for reading only.</summary>
    /// <returns>The folder as it shows itself.</returns>
    /// <exception cref="UnexpectedReplyException">The server does not open it.</exception>
    internal async Task<FolderCount> OpenAsync(FolderCount folder, CancellationToken token)
    {
        long? shown = null;
        var answers = await _exchange.AskAsync(
            [new ImapCommand($"EXAMINE {ImapFolder.Written(folder.Name, TakesLiterals)}", $"EXAMINE {TranscriptRecorder.Hidden}", Elsewhere: true)],
            line => shown = line.Count == 3 && line[2].Is("EXISTS") ? line[1].Number : shown,
            token);
        return answers[0].Ok && shown is not null ? folder.Opened(shown) : throw answers[0].Failure();
    }

    /// <summary>Sizes and arrival times of the open folder's messages: all of them, or an even choice of so many where there are more than <paramref name="most"/>.</summary>
    /// <exception cref="UnexpectedReplyException">The server tells none, or nobody knows how many messages there are.</exception>
    internal async Task<IReadOnlyList<MessageSize>> SizesAsync(FolderCount folder, int most, int choice, CancellationToken token)
    {
        if (folder.Messages is not { } count) throw new UnexpectedReplyException(FailureKind.ProtocolViolation, $"{folder.Shown} EXISTS");
        if (count == 0) return [];
        var numbers = count <= most ? $"1:{count}" : string.Join(',', Enumerable.Range(0, choice).Select(i => (i * count / choice) + 1));
        var command = $"FETCH {numbers} (RFC822.SIZE INTERNALDATE)";
        var told = new SortedDictionary<long, MessageSize>();
        var answers = await _exchange.AskAsync([new ImapCommand(command, command, !folder.IsInbox)], line =>
        {
            if (SizeIn(line) is { } size && size.Index < count) told[size.Index] = size;
        }, token);
        return told.Count > 0 ? [.. told.Values] : throw answers[0].Failure();
    }

    /// <inheritdoc/>
    internal override Task<SampleFetch?> FetchAsync(int index, CancellationToken token) => AskAsync<SampleFetch?>(async () =>
    {
        using var bodies = _wire.ExpectBodies();
        await using var message = await _client.Inbox!.GetStreamAsync(index, token);
        var fetch = new SampleFetch(message.Length, _wire.CommandMs);
        return Compresses ? fetch with { Deflated = await DeflatedSize.OfAsync(message, token) } : fetch;
    });

    /// <inheritdoc/>
    internal override Task<SampleFetch?> FetchPartAsync(int index, int bytes, CancellationToken token) => AskAsync<SampleFetch?>(async () =>
    {
        using var bodies = _wire.ExpectBodies();
        await using var part = await _client.Inbox!.GetStreamAsync(index, 0, bytes, token);
        return new SampleFetch(part.Length, _wire.CommandMs);
    });

    /// <inheritdoc/>
    internal override Task<SampleFetch?> FetchTogetherAsync(IReadOnlyList<int> indexes, CancellationToken token) => AskAsync<SampleFetch?>(async () =>
    {
        using var bodies = _wire.ExpectBodies();
        long bytes = 0;
        await ((IImapFolder)_client.Inbox!).GetStreamsAsync([.. indexes], async (_, _, _, stream, inner) => bytes += await CountAsync(stream, inner), token);
        return new SampleFetch(bytes, _wire.CommandMs);
    });

    /// <inheritdoc/>
    public override void Dispose()
    {
        _client.Dispose();
        base.Dispose();
    }

    private bool TakesLiterals => Offers(ImapCapabilities.LiteralPlus) || Offers(ImapCapabilities.LiteralMinus);

    private bool Offers(ImapCapabilities capability) => _client.Capabilities.HasFlag(capability);

    private static MessageSize? SizeIn(List<ImapToken> line)
    {
        if (line.Count < 5 || !line[2].Is("FETCH") || line[1].Number is not (> 0 and <= Plausible.MaxMessages and var number)) return null;
        ImapToken After(string item) => line.Index().FirstOrDefault(x => x.Index > 3 && x.Item.Is(item)) is { Index: > 0 } at ? line.ElementAtOrDefault(at.Index + 1) : default;
        return After("RFC822.SIZE").Number is >= 0 and { } bytes ? new((int)number - 1, bytes, DayOf(After("INTERNALDATE").Text)) : null;
    }

    private static DateTimeOffset? DayOf(string? text) =>
        DateTimeOffset.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day) ? day : null;

    // MailKit's exceptions end here: what they mean is told in our terms.
    private async Task<T> AskAsync<T>(Func<Task<T>> question)
    {
        try
        {
            return await question();
        }
        catch (ImapCommandException e)
        {
            throw new UnexpectedReplyException(FailureKind.CommandRefused, e.ResponseText);
        }
        catch (Exception e) when (_transcript.Goodbye is not null && e is ProtocolException or ServiceNotConnectedException or SocketException or IOException and not ResponseTooLargeException)
        {
            throw new UnexpectedReplyException(FailureKind.ConnectionReset, _transcript.Goodbye); // no breach of the rules: an end, with its reason
        }
        catch (Exception e) when (e is FolderNotFoundException or FolderNotOpenException or NotSupportedException)
        {
            // Where the questions behind the sign-in were refused, MailKit knows no folders; the refusal says why.
            throw new UnexpectedReplyException(FailureKind.CommandRefused, _wire.Refusal);
        }
        catch (Exception e) when ((e is ProtocolException && !_wire.Ended) || e is SaslException or CryptographicException or FormatException)
        {
            throw new UnexpectedReplyException(FailureKind.ProtocolViolation, null);
        }
        catch (Exception e) when (e is ProtocolException or ServiceNotConnectedException)
        {
            throw new EndOfStreamException();
        }
    }

    private static async Task<long> CountAsync(Stream stream, CancellationToken token)
    {
        await stream.CopyToAsync(Stream.Null, token);
        return stream.Length;
    }

    private async Task<bool> AuthenticateAsync(string mechanism, string? ownCommand, Credentials credentials, CancellationToken token)
    {
        try
        {
            if (mechanism == ownCommand)
            {
                // With no SASL mechanism left, MailKit's only attempt is the LOGIN command.
                _client.AuthenticationMechanisms.Clear();
                await _client.AuthenticateAsync(Encoding.UTF8, new NetworkCredential(credentials.Username, credentials.Secret.Reveal()), token);
            }
            else
            {
                await _client.AuthenticateAsync(SignInMechanism.Create(mechanism, credentials), token);
            }

            return true;
        }
        catch (Exception e) when (Refusal is not null && e is not (OperationCanceledException or ResponseTooLargeException))
        {
            return false; // the reply says why; MailKit's exception has lost it
        }
    }

    private bool IsAccepted => _wire.TaggedReply?.StartsWith("OK", StringComparison.OrdinalIgnoreCase) == true;

    // A server may say OK to the password, and then goodbye because it has no mailbox for it (Courier).
    private string? Refusal => _wire.TaggedReply is not null && !IsAccepted ? _wire.TaggedReply : _wire.WentOn ? null : _transcript.Goodbye;

    private SignInResult Describe(string mechanism, Credentials credentials)
    {
        if (Refusal is { } refusal) return Rejected(refusal, mechanism, credentials.IsAccessToken);
        return _wire.TaggedReply is { } reply ? new SignInResult(SignInOutcome.Accepted, mechanism, _wire.ElapsedMs, reply) : new SignInResult(SignInOutcome.Unanswered, mechanism);
    }

    private SignInResult Rejected(string refusal, string mechanism, bool isAccessToken)
    {
        var challenge = IsAccepted ? null : _wire.Continuation;
        var error = isAccessToken && challenge is not null ? OAuthBearer.Error(challenge) : null;
        var reading = SignInRefusal.Read(refusal, MailProtocol.Imap, isAccessToken, error is not null);

        // Some servers say what is wrong where a challenge belongs, and less behind it.
        if (error is null && challenge is not null && reading.KnownBy is null or RefusalSign.Vague && SignInRefusal.Known(challenge, MailProtocol.Imap, isAccessToken) is { } earlier)
            return SignInResult.Refused(mechanism, _wire.ElapsedMs, $"{challenge} {refusal}", earlier);
        return SignInResult.Refused(mechanism, _wire.ElapsedMs, error is null ? refusal : $"{refusal} {error}", reading);
    }
}
