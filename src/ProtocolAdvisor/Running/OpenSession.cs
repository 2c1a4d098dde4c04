using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Providers;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Running;

/// <summary>A session that was let in, to be measured once.</summary>
/// <param name="run">The run.</param>
/// <param name="open">Where it is.</param>
/// <param name="session">The session.</param>
/// <param name="provider">Whose server it probably is; null where that is not known.</param>
/// <param name="capabilities">What the server offered before the sign-in.</param>
/// <param name="signIn">How that went.</param>
/// <param name="steps">The session's steps so far.</param>
internal sealed class OpenSession(
    RunContext run, OpenEndpoint open, MailSession session, Provider? provider, CapabilitySet capabilities, SignInResult signIn, StepRecorder steps)
{
    // What a slow protocol leaves to the one behind it, of the time that it finds.
    private const int Share = 3;

    // Sessions come one after the other at the server, which hears of this one's end before it hears of the next: its own answer need not be waited for, a round trip
    // long. Where the machines are close together, this is longer than it takes.
    private static readonly TimeSpan HeadStart = TimeSpan.FromMilliseconds(10);

    /// <summary>Measures the mailbox and leaves; results are on the board.</summary>
    /// <param name="othersWait">Whether another protocol's turn comes behind.</param>
    internal async Task MeasureAsync(bool othersWait)
    {
        using var ownSession = session;
        if (othersWait) steps.Reserve = run.Deadline.Left / Share;
        if (session is ImapSession imap) await MeasureAsync(imap);
        else if (session is Pop3Session pop3) await MeasureAsync(pop3);
        run.Board.Complete(open.Facts(signIn, steps));
        var left = open.Connection.LeaveAsync();
        run.Departures.Add(left);
        if (othersWait) await left.ComesAsync(HeadStart, run.Clock, run.Deadline.Token);
    }

    private async Task MeasureAsync(ImapSession imap)
    {
        ImapMailbox? last = null;
        await new MailboxMeter(run.Subject.Limits.Sampling, run.Clock).MeasureAsync(imap, steps, TellOpened, mailbox => run.Board.Learn(last = mailbox));
        if (last is not null) run.Board.Learn(last, final: true);
    }

    // Where what one program fetches may be gone, or hidden from the others, nothing is fetched.
    private SampleLimits Sampling => provider?.Pop3.Any(x => x.Trait is Pop3Trait.FetchingMayRemove or Pop3Trait.ListsUnfetchedOnly) == true
        ? run.Subject.Limits.Sampling with { Samples = 0 } : run.Subject.Limits.Sampling;

    private async Task MeasureAsync(Pop3Session pop3)
    {
        Pop3Maildrop? last = null;
        await new MaildropMeter(Sampling).MeasureAsync(pop3, capabilities, steps, TellOpened, maildrop => run.Board.Learn(last = maildrop));
        if (last is not null) run.Board.Learn(last, final: true);
    }

    // With the step that opened it, so that a run that is cut off later knows it, too.
    private void TellOpened() => run.Board.Open(open.Facts(signIn, steps));
}
