using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Forecasting;

/// <summary>The six tasks over one protocol, told as the client's conversation with the server.</summary>
/// <param name="protocol">The protocol.</param>
/// <param name="client">The client.</param>
/// <param name="box">The mailbox and its server.</param>
/// <param name="line">The line up to it.</param>
/// <param name="link">What the user told of it.</param>
/// <param name="newMessages">Messages of a day; null is taken as ten.</param>
/// <param name="meanElsewhere">Mean size of the Inbox's messages as the other protocol shows it; null where that is not known.</param>
internal sealed class TaskModel(MailProtocol protocol, ClientProfile client, MailboxShape box, LinkModel line, UserLink? link, int? newMessages, double? meanElsewhere)
{
    private const int UsualNewMessages = 10;
    private const int Shown = 50;

    // Of the lab's office mail: 2,000 messages of 137 MB.
    private const double UsualMessageBytes = 68_500;
    private readonly Uncertainty _uncertainty = new(line, box);

    // An envelope with the structure, and a whole header: what the lab's and most people's mail has.
    private const double EnvelopeBytes = 800;
    private const double HeaderBytes = 3000;

    /// <summary>The task as the model has it; null where the mailbox's size is not known.</summary>
    public ModelledTask? Of(MailTask task) => Cost(task) is var (cost, known) ? new ModelledTask(cost, known, _uncertainty.Of(task, cost)) : null;

    private (TaskCost Cost, bool Known)? Cost(MailTask task) => task switch
    {
        MailTask.FirstSync => FirstSync(),
        MailTask.FirstUsable => FirstUsable(),
        MailTask.CheckNothingNew => Check(0),
        MailTask.CheckNewMail => Check(newMessages ?? UsualNewMessages) is { } check ? (check.Cost, check.Known && newMessages is not null) : null,
        MailTask.OpenLargeMessage => Opened(box.LargeMessage),
        _ => Opened(box.MedianMessage),
    };

    private bool IsPop3 => protocol switch { MailProtocol.Imap => false, MailProtocol.Pop3 => true, MailProtocol.Submission => throw protocol.IsNotCompared() };

    // An empty Inbox says nothing of the mail to come: that is taken to be as it is where some was seen, else as usual, the same over both protocols.
    private double MeanBytes => box.MeanMessage ?? meanElsewhere ?? UsualMessageBytes;

    private (TaskCost, bool)? FirstSync()
    {
        if (box is not { InboxMessages: { } inbox, InboxBytes: { } bytes, OtherMessages: { } others, OtherBytes: { } otherBytes, FilledFolders: { } filled, EmptyFolders: { } empty })
            return null;
        var talk = SignedIn();
        talk.Ask(client.ListRoundTrips);
        Folder(ref talk, inbox, bytes);
        for (var left = filled; left > 0; left--)
        {
            var before = talk;
            Folder(ref talk, others / (double)filled, otherBytes / (double)filled);
            if (!talk.IsAsOpenAs(before)) continue;
            talk.Repeat(before, left - 1);
            break;
        }

        talk.Ask(empty);
        Leave(ref talk);
        return (talk.Cost, box.ConnectionIsKnown(link) && box.Pipelining is not null);
    }

    private (TaskCost Cost, bool Known)? Check(int arrived)
    {
        if (box.InboxMessages is not { } messages || (arrived > 0 && box.InboxBytes is null)) return null;
        var talk = SignedIn();
        Open(ref talk, messages);
        if (arrived > 0) Get(ref talk, arrived, arrived * MeanBytes);
        Leave(ref talk);
        return (talk.Cost, box.ConnectionIsKnown(link) && (arrived == 0 || (box.Pipelining is not null && box.MeanMessage is not null)));
    }

    private (TaskCost, bool)? FirstUsable()
    {
        if (box.InboxMessages is not { } messages) return null;
        var talk = SignedIn();
        Open(ref talk, IsPop3 ? messages : 0);
        var shown = Math.Min(Shown, messages);
        if (shown > 0) Get(ref talk, shown, shown * (IsPop3 ? HeaderBytes : EnvelopeBytes));
        return (talk.Cost, false);
    }

    // POP3 mail lies on the device already. Over IMAP the connection is there, and the folder is open; the window has closed again since it was last used.
    private (TaskCost, bool)? Opened(long? size)
    {
        if (IsPop3) return (default, true);
        if (size is not { } bytes) return null;
        var talk = new Conversation(line, box.CommandServerMs);
        talk.FetchHeldBack((bytes + client.BytesAroundMessage) * Shrink, box.HoldsMessages);
        return (talk.Cost, box.FetchIsKnown(link));
    }

    private Conversation SignedIn()
    {
        var talk = new Conversation(line, box.CommandServerMs);
        talk.Spend(client.OwnMs + box.SignInServerMs + box.ConnectServerMs);
        var retry = box.HelloRetried && client.OffersEveryShare ? 1 : 0;

        // What the client holds back itself goes out with the acknowledgement of what the server held back.
        var handshake = Math.Max(client.ExtraRoundTrips, box.HeldBackInHandshake);
        talk.Wait(box.ConnectRoundTrips - retry + handshake + client.SignInRoundTrips + box.ChallengeRoundTrips);
        talk.WaitHeldBack(box.HeldBackConnecting - box.HeldBackInHandshake);
        if (client.Compresses && box.Deflate is not null) talk.Ask(1);
        talk.Ask(client.PreludeRoundTrips);
        return talk;
    }

    private void Folder(ref Conversation talk, double messages, double bytes)
    {
        talk.Spend(client.OwnMsPerFolder);
        Open(ref talk, messages);
        if (messages > 0) Get(ref talk, messages, bytes);
    }

    private void Open(ref Conversation talk, double messages)
    {
        talk.Ask(client.FolderRoundTrips - 1 + (messages > 0 && !IsPop3 ? box.Habits.ExtraFolderRoundTrips : 0));
        talk.FetchHeldBack(messages * client.ListingBytesPerMessage, !IsPop3 && box.HoldsLongAnswers);
    }

    private void Get(ref Conversation talk, double messages, double bytes)
    {
        var waits = box.Pipelining == true ? client.RoundTripsPerMessage : Math.Max(1, client.RoundTripsPerMessage);
        talk.Ask((long)Math.Max(0, (waits * messages) - 1));
        talk.FetchHeldBack((bytes + (messages * client.BytesAroundMessage)) * Shrink, box.HoldsLongAnswers);
    }

    // What the server's compression leaves of a message.
    private double Shrink => client.Compresses && box.Deflate is { } deflate ? deflate.Ratio : 1;

    private void Leave(ref Conversation talk)
    {
        talk.Ask(client.FarewellRoundTrips);
        if (!IsPop3 && box.Habits.HoldsFarewell) talk.WaitHeldBack(1);
    }
}
