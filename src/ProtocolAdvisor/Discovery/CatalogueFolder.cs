using System.Xml;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>
/// The operator's own folder of ISPDB files. A file serves every domain that it names, so the names are indexed once a process, at the
/// first question; later changes in the folder are seen after a restart.
/// </summary>
internal sealed class CatalogueFolder(string path)
{
    private const int LargestFile = 256 << 10;
    private readonly Lazy<IReadOnlyDictionary<string, string>> _fileOf = new(() => Index(path));

    /// <summary>A domain's file, or null.</summary>
    internal async Task<CatalogueEntry?> FindAsync(HostName domain, CancellationToken token)
    {
        if (!_fileOf.Value.TryGetValue(domain.Value, out var file)) return null;
        return new CatalogueEntry(await File.ReadAllBytesAsync(file, token), File.GetLastWriteTimeUtc(file));
    }

    // Where two files name a domain, the first by name has it: the same answer on every machine.
    private static Dictionary<string, string> Index(string path)
    {
        var index = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in new DirectoryInfo(path).EnumerateFiles("*").Where(x => x.Length <= LargestFile).OrderBy(x => x.Name, StringComparer.Ordinal))
            foreach (var domain in DomainsOf(file)) index.TryAdd(domain.Value, file.FullName);
        return index;
    }

    private static List<HostName> DomainsOf(FileInfo file)
    {
        var domains = new List<HostName>();
        try
        {
            using var reader = XmlReader.Create(file.FullName, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.ReadToFollowing("domain"))
                if (HostName.TryParse(reader.ReadString().Trim(), null, out var domain)) domains.Add(domain);
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            // The names before the fault are kept. Reading the file itself will say where the fault is. A file that cannot be opened must
            // not hide the others.
        }

        return domains;
    }
}

/// <summary>A file of the folder.</summary>
/// <param name="Document">Its bytes.</param>
/// <param name="Dated">When it was last changed, UTC.</param>
internal sealed record CatalogueEntry(ReadOnlyMemory<byte> Document, DateTimeOffset Dated);
