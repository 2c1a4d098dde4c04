namespace ProtocolAdvisor.RealServers;

/// <summary>What one demo leaves for the service to read: its own, so that one that ends takes nothing from another.</summary>
public sealed class DemoFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("protocol-advisor-demo-");

    /// <summary>The root certificate that the demo's servers are to be trusted by.</summary>
    public string RootFile => Path.Combine(_folder.FullName, "root.pem");

    public void Dispose() => _folder.Delete(recursive: true);
}
