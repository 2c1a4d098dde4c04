namespace ProtocolAdvisor.Web.Storage.Sqlite;

/// <summary>Lets one process at a time migrate: an exclusively opened file, which the system frees even when its holder is killed.</summary>
internal static class MigrationLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for the turn; disposing ends it.</summary>
    public static async Task<FileStream> TakeAsync(string path, TimeProvider clock, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path) && clock.GetElapsedTime(began) < Patience)
            {
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
    }
}
