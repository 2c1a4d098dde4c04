namespace ProtocolAdvisor.Dialing;

/// <summary>Waits for something a while without giving it up.</summary>
internal static class LimitedWait
{
    /// <summary>Whether the task ends within this time; it goes on where it does not.</summary>
    /// <param name="coming">What is waited for; what it throws is for whoever awaits it.</param>
    /// <param name="patience">How long.</param>
    /// <param name="clock">Measures it.</param>
    /// <param name="token">Ends the wait.</param>
    internal static async Task<bool> ComesAsync(this Task coming, TimeSpan patience, TimeProvider clock, CancellationToken token)
    {
        if (coming.IsCompleted) return true;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(token);
        var first = await Task.WhenAny(coming, Task.Delay(patience, clock, enough.Token));
        await enough.CancelAsync();
        return first == coming;
    }
}
