namespace ProtocolAdvisor.Benchmarks.Endurance;

/// <summary>A folder for the databases of one trial.</summary>
internal sealed class TrialFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("advisor-trial");

    internal string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
