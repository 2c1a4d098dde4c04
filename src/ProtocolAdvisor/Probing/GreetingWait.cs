using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>
/// Waits for the first line of a server as long as mail programs do: one that looks our address up before it greets takes 6 to 10 s where
/// its name server does not answer. A server that has not sent a byte after five seconds is asked over a second connection what it speaks.
/// If the first connection begins to answer, we go on waiting for it.
/// </summary>
/// <param name="connection">The connection.</param>
/// <param name="peer">How a silent peer is asked; null where he is not to be.</param>
/// <param name="deadline">The run's time.</param>
internal sealed class GreetingWait(MailConnection connection, SilentPeer? peer, Deadline deadline)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long it waits: where the run is long enough, a little less than the run. So a server that says nothing is reported as such, and
    /// not as a run that reached its deadline.
    /// </summary>
    internal TimeSpan Limit
    {
        get
        {
            var left = deadline.Left - LastWords;
            return left > Shortest && left < Longest ? left : Longest;
        }
    }

    /// <summary>Reads the line.</summary>
    /// <param name="spoken">Told what is spoken there instead.</param>
    /// <param name="token">The step's limit.</param>
    /// <exception cref="UnexpectedReplyException">Another service waits there for its client to speak first; or the line had begun, and did
    /// not end in time.</exception>
    internal async Task<string> ReadAsync(Action<SpokenProtocol> spoken, CancellationToken token)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(token);
        var reading = ReadLineAsync(spoken, end.Token);
        if (peer is null || !await IsSilentAsync(reading, token) || await AskAsync(peer, reading, token) is not { } other) return await reading;
        await end.CancelAsync();
        await reading.ContinueWith(x => _ = x.Exception, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        spoken(other);
        throw new UnexpectedReplyException(FailureKind.WrongProtocol, null);
    }

    private async Task<string> ReadLineAsync(Action<SpokenProtocol> spoken, CancellationToken token)
    {
        try
        {
            return await connection.Lines.ReadLineAsync(token);
        }
        catch (ResponseTooLargeException)
        {
            spoken(SpokenProtocol.Unknown);
            throw;
        }
        catch (OperationCanceledException) when (connection.Lines.HasBuffered)
        {
            throw new UnexpectedReplyException(FailureKind.TimedOut, connection.Lines.BufferedText);
        }
    }

    private async Task<bool> IsSilentAsync(Task reading, CancellationToken token)
    {
        await Task.WhenAny(reading, Task.Delay(Silence, deadline.Clock, token));
        return !reading.IsCompleted && !connection.Lines.HasBuffered && !token.IsCancellationRequested;
    }

    // Null where the greeting comes meanwhile, and where nothing else answers.
    private async Task<SpokenProtocol?> AskAsync(SilentPeer silent, Task reading, CancellationToken token)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(token);
        var asking = silent.AskAsync(deadline.Clock, over.Token);
        if (await Task.WhenAny(reading, asking) == reading) await over.CancelAsync();
        try
        {
            return await asking is { } spoken && !reading.IsCompleted ? spoken : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
