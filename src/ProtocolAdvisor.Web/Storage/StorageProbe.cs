
namespace ProtocolAdvisor.Web.Storage;

/// <summary>Whether the reports can be read, asked at most once a second however often readiness is asked for.</summary>
internal sealed class StorageProbe(DatabaseMake databases, DatabaseThreads threads, TimeProvider clock)
{
    private static readonly TimeSpan Validity = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private Task<bool>? _answer;
    private long _asked;

    /// <summary>The answer, a second old at most.</summary>
    public Task<bool> IsReadableAsync()
    {
        lock (_lock)
        {
            if (_answer is not null && clock.GetElapsedTime(_asked) < Validity) return _answer;
            _asked = clock.GetTimestamp();
            return _answer = AskAsync();
        }
    }

    private async Task<bool> AskAsync()
    {
        try
        {
            await threads.ReadAsync(Query, CancellationToken.None).WaitAsync(Patience, clock);
            return true;
        }
        catch (Exception)
        {
            // Whatever it was, whoever wanted to read is told; here only the answer matters.
            return false;
        }
    }

    private bool Query()
    {
        using var database = databases.CreateDbContext();
        return database.Reports.Any(x => x.Id == "");
    }
}
