using System.Net;
using System.Net.Sockets;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>A name server as far away as the delay says: every question waits that long, and is then handed on. UDP only: nothing in the zones is too long for it.</summary>
internal sealed class LateNameServer : IAsyncDisposable
{
    private readonly IPEndPoint _behind;
    private readonly TimeSpan _delay;
    private readonly UdpClient _front = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _serving;

    /// <summary>Starts in front of another.</summary>
    internal LateNameServer(IPEndPoint behind, TimeSpan delay)
    {
        (_behind, _delay) = (behind, delay);
        _serving = ServeAsync();
    }

    /// <summary>Where it answers.</summary>
    internal IPEndPoint EndPoint => (IPEndPoint)_front.Client.LocalEndPoint!;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _serving;
        _front.Dispose();
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        var answering = new List<Task>();
        try
        {
            while (true) answering.Add(AnswerAsync(await _front.ReceiveAsync(_stopping.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(answering).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // whoever asked does not wait any more
        }
    }

    private async Task AnswerAsync(UdpReceiveResult question)
    {
        await Task.Delay(_delay, _stopping.Token);
        using var back = new UdpClient();
        back.Connect(_behind);
        await back.SendAsync(question.Buffer, _stopping.Token);
        var answer = await back.ReceiveAsync(_stopping.Token);
        await _front.SendAsync(answer.Buffer, question.RemoteEndPoint, _stopping.Token);
    }
}
