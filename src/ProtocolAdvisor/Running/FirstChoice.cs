namespace ProtocolAdvisor.Running;

/// <summary>
/// The best of several results that are under way: a better one is waited for, but a dead one must not keep the user waiting for what is
/// possible elsewhere.
/// </summary>
internal static class FirstChoice
{
    /// <summary>How long something better is waited for once something good is there.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The first in the order of preference that has a result soon after one of them has; null when none of them has any.
    /// </summary>
    /// <typeparam name="T">What they yield; null for "of no use".</typeparam>
    /// <param name="byPreference">The best first.</param>
    /// <param name="clock">Measures the patience.</param>
    /// <exception cref="Exception">What the first of them to fail threw.</exception>
    internal static async Task<Task<T?>?> AmongAsync<T>(IReadOnlyList<Task<T?>> byPreference, TimeProvider clock)
        where T : class
    {
        var pending = byPreference.ToList();
        while (pending.Count > 0)
        {
            var done = await Task.WhenAny(pending);
            pending.Remove(done);
            if (await done is null) continue;
            var better = byPreference.TakeWhile(task => task != done);
            await Task.WhenAny(Task.WhenAll(better), Task.Delay(Patience, clock));
            return byPreference.First(task => task.IsCompletedSuccessfully && task.Result is not null);
        }

        return null;
    }
}
