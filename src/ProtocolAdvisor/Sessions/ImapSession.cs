using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>One folder that can hold messages.</summary>
/// <param name="Folder">MailKit's handle.</param>
/// <param name="IsInbox">Whether it is the Inbox.</param>
/// <param name="Role">What its special use makes of it in a sum over all folders.</param>
/// <param name="Messages">Its messages; null where STATUS was refused, or not asked for.</param>
/// <param name="Bytes">Their bytes; null without STATUS=SIZE, and where the server's sum is not to be believed.</param>
/// <param name="Use">What it is for.</param>
internal sealed record FolderCount(IMailFolder Folder, bool IsInbox, FolderRole Role, long? Messages, long? Bytes, FolderUse Use = FolderUse.Other);

/// <summary>A folder's part in a sum (special uses: RFC 6154, RFC 8457).</summary>
internal enum FolderRole
{
    /// <summary>Holds messages of its own.</summary>
    Own,

    /// <summary>Trash or Junk: of its own, and never in <see cref="All"/>.</summary>
    Apart,

    /// <summary>Shows all messages but those of <see cref="Apart"/> folders (Gmail's "All Mail").</summary>
    All,

    /// <summary>Shows a choice of other folders' messages (\Flagged, \Important).</summary>
    View,
}

/// <summary>One message's place in its folder (from 0), its size and the day it arrived.</summary>
internal readonly record struct MessageSize(int Index, long Bytes, DateTimeOffset? Arrived);

/// <summary>An IMAP session: MailKit over the connection that reconnaissance vetted, guarded. Folders are examined, bodies peeked at: no flag changes.</summary>
internal sealed class ImapSession : MailSession
{
    private const int MaxFolders = 500;
    private const int MaxQuotaLines = 200;
    private const string QuotaTag = "q1";

    private static readonly (FolderAttributes Attribute, FolderUse Use)[] SpecialUses =
    [
        (FolderAttributes.Sent, FolderUse.Sent), (FolderAttributes.Drafts, FolderUse.Drafts), (FolderAttributes.Trash, FolderUse.Trash),
        (FolderAttributes.Junk, FolderUse.Junk), (FolderAttributes.Archive, FolderUse.Archive), (FolderAttributes.All, FolderUse.All),
    ];

    private readonly ImapClient _client;
    private readonly WireGuard _wire;
    private readonly ImapTranscript _transcript;

    private ImapSession(ImapClient client, WireGuard wire, ImapTranscript transcript, MailConnection connection)
        : base(connection) => (_client, _wire, _transcript) = (client, wire, transcript);

    /// <summary>Whether new mail is pushed.</summary>
    internal bool Idle => _client.Capabilities.HasFlag(ImapCapabilities.Idle);

    /// <summary>The one attempt.</summary>
    /// <remarks>MailKit asks for namespaces and folders behind it; when that fails, <paramref name="answered"/> has been told of the sign-in all the same.</remarks>
    internal static async Task<ImapSession?> SignInAsync(
        MailConnection connection, MailEndpoint endpoint, CapabilitySet capabilities, Credentials credentials, long maxLiteral, TimeProvider clock,
        Action<SignInResult> answered, CancellationToken token)
    {
        var ownCommand = capabilities.Has("LOGINDISABLED") ? null : "LOGIN command";
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

    /// <summary>Whether the list of folders brings their counts along (LIST-STATUS, RFC 5819).</summary>
    internal bool CountsTogether => _client.Capabilities.HasFlag(ImapCapabilities.ListStatus);

    /// <summary>The Inbox, which is known without a list.</summary>
    internal FolderCount Inbox => CountOf(_client.Inbox!);

    // UIDVALIDITY is never 0 (RFC 9051 §2.3.1.1), unlike a count: it tells an empty folder from one that no STATUS line came for. So does a size.
    private StatusItems Counted =>
        StatusItems.Count | (_client.Capabilities.HasFlag(ImapCapabilities.StatusSize) ? StatusItems.Size : StatusItems.UidValidity);

    /// <summary>All folders in one round trip, the Inbox first. Counted are those that were before, and with LIST-STATUS those that the server found worth a line.</summary>
    internal Task<IReadOnlyList<FolderCount>> ListFoldersAsync(CancellationToken token) => AskAsync<IReadOnlyList<FolderCount>>(async () =>
    {
        var root = _client.PersonalNamespaces.Count > 0 ? _client.PersonalNamespaces[0] : new FolderNamespace('/', "");
        var listed = await _client.GetFoldersAsync(root, CountsTogether ? Counted : StatusItems.None, subscribedOnly: false, token);
        _wire.Listens = false;
        return [.. listed.Prepend(_client.Inbox!).DistinctBy(x => x.FullName).Where(CanHoldMessages).Take(MaxFolders).Select(CountOf)];
    });

    /// <summary>Counts one folder, and asks for its size where the server sums them (STATUS=SIZE): one round trip. Without a count where the server refuses.</summary>
    internal Task<FolderCount> CountAsync(FolderCount folder, CancellationToken token) => AskAsync(async () =>
    {
        try
        {
            await folder.Folder.StatusAsync(Counted, token);
            return CountOf(folder.Folder);
        }
        catch (Exception e) when (e is ImapCommandException or FolderNotFoundException)
        {
            return folder; // one folder that refuses is no reason to know nothing of the others
        }
    });

    /// <summary>
    /// The storage quota of the Inbox's root (RFC 9208); null where there is none. Asked in our own words, between two of MailKit's commands: MailKit follows
    /// GETQUOTAROOT with a LIST of the root's name, a round trip for nothing.
    /// </summary>
    internal async Task<Quota?> QuotaAsync(CancellationToken token)
    {
        if (!_client.Capabilities.HasFlag(ImapCapabilities.Quota)) return null;
        await Connection.Lines.SendAsync(token, $"{QuotaTag} GETQUOTAROOT INBOX");
        Quota? quota = null;
        for (var lines = 0; lines < MaxQuotaLines; lines++)
        {
            var raw = await Connection.Lines.ReadRawLineAsync(token);
            _transcript.Heard(raw.Span, bodyFollows: false);
            var line = ServerText.Decode(raw.Span);
            if (line.StartsWith(QuotaTag + " ", StringComparison.Ordinal))
            {
                _wire.Return(Connection.Lines.TakeBuffered());
                return quota;
            }

            quota ??= ImapQuota.Parse(line);
        }

        throw new ResponseTooLargeException($"more than {MaxQuotaLines} lines");
    }

    /// <summary>Sizes and arrival times of a folder's messages: all of them, or an even choice of so many where there are more than <paramref name="most"/>.</summary>
    internal Task<IReadOnlyList<MessageSize>> SizesAsync(FolderCount folder, int most, int choice, CancellationToken token) => AskAsync<IReadOnlyList<MessageSize>>(async () =>
    {
        await folder.Folder.OpenAsync(FolderAccess.ReadOnly, token);
        var count = folder.Folder.Count;
        if (count <= 0) return [];
        const MessageSummaryItems items = MessageSummaryItems.Size | MessageSummaryItems.InternalDate;
        var summaries = count <= most
            ? await folder.Folder.FetchAsync(0, -1, items, token)
            : await folder.Folder.FetchAsync([.. Enumerable.Range(0, choice).Select(i => (int)((long)i * count / choice))], items, token);
        return [.. summaries.Where(x => x.Size is not null).Select(x => new MessageSize(x.Index, x.Size!.Value, x.InternalDate))];
    });

    /// <inheritdoc/>
    internal override Task<SampleFetch> FetchAsync(int index, CancellationToken token) => AskAsync(async () =>
    {
        using var bodies = _wire.ExpectBodies();
        await using var message = await _client.Inbox!.GetStreamAsync(index, token);
        return new SampleFetch(message.Length, _wire.CommandMs);
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

    // MailKit has 0 for "not told", and a count beyond its numbers wraps around.
    private FolderCount CountOf(IMailFolder folder)
    {
        var told = (folder.Size is not null || folder.UidValidity > 0) && folder.Count >= 0;
        return new FolderCount(
            folder, folder == _client.Inbox, RoleOf(folder.Attributes), told ? folder.Count : null, told && folder.Size <= Plausible.MaxBytes ? (long)folder.Size : null,
            folder == _client.Inbox ? FolderUse.Inbox : UseOf(folder.Attributes));
    }

    private static FolderRole RoleOf(FolderAttributes attributes) =>
        attributes.HasFlag(FolderAttributes.All) ? FolderRole.All
        : (attributes & (FolderAttributes.Flagged | FolderAttributes.Important)) != 0 ? FolderRole.View
        : (attributes & (FolderAttributes.Trash | FolderAttributes.Junk)) != 0 ? FolderRole.Apart : FolderRole.Own;

    private static FolderUse UseOf(FolderAttributes attributes) => SpecialUses.FirstOrDefault(x => attributes.HasFlag(x.Attribute)).Use;

    // MailKit's exceptions end here: what they mean is told in our terms.
    private async Task<T> AskAsync<T>(Func<Task<T>> question)
    {
        try
        {
            return await question();
        }
        catch (ImapCommandException e)
        {
            throw new UnexpectedReplyException(FailureKind.CapabilityMissing, e.ResponseText);
        }
        catch (Exception e) when (_transcript.Goodbye is not null && e is ProtocolException or ServiceNotConnectedException or SocketException or IOException and not ResponseTooLargeException)
        {
            throw new UnexpectedReplyException(FailureKind.ConnectionReset, _transcript.Goodbye); // no breach of the rules: an end, with its reason
        }
        catch (Exception e) when (e is FolderNotFoundException or FolderNotOpenException or NotSupportedException)
        {
            // Where the questions behind the sign-in were refused, MailKit knows no folders; the refusal says why.
            throw new UnexpectedReplyException(FailureKind.CapabilityMissing, _wire.Refusal);
        }
        catch (Exception e) when ((e is ProtocolException && !Connection.Meter.Ended) || e is SaslException or CryptographicException or FormatException)
        {
            throw new UnexpectedReplyException(FailureKind.ProtocolViolation, null);
        }
        catch (Exception e) when (e is ProtocolException or ServiceNotConnectedException)
        {
            throw new EndOfStreamException();
        }
    }

    private static bool CanHoldMessages(IMailFolder folder) => (folder.Attributes & (FolderAttributes.NoSelect | FolderAttributes.NonExistent)) == 0;

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
    private string? Refusal => _wire.TaggedReply is not null && !IsAccepted ? _wire.TaggedReply : _transcript.Goodbye;

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
