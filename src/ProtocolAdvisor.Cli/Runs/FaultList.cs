using System.Collections.Concurrent;

namespace ProtocolAdvisor.Cli.Runs;

/// <summary>Faults of ours during a run, told after it, where no progress is drawn any more.</summary>
internal sealed class FaultList
{
    private readonly ConcurrentQueue<string> _faults = [];

    /// <summary>Keeps one: its type and place, not its message, which may hold a server's words.</summary>
    public void Add(Exception exception) => _faults.Enqueue($"{exception.GetType().FullName}\n{exception.StackTrace}");

    /// <summary>Tells all.</summary>
    public void Tell(Screen screen)
    {
        foreach (var fault in _faults) Screen.Say($"{screen.Phrases.OwnFault} {fault}");
    }
}
