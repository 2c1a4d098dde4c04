using System.Xml;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>
/// The operator's own folder of ISPDB files. A file serves every domain that it names, so the names are indexed. The folder is looked at again at most every ten seconds, and only
/// files that have changed are read: what is added, mended or made readable serves without a restart.
/// </summary>
/// <param name="path">The folder.</param>
/// <param name="clock">Measures.</param>
/// <param name="unreadable">Told once of each state of a file or folder that cannot be read: its path and why.</param>
internal sealed class CatalogueFolder(string path, TimeProvider clock, Action<string, Exception>? unreadable)
{
    private const int LargestFile = 256 << 10;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();
    private Dictionary<string, Indexed> _files = new(StringComparer.Ordinal);
    private Dictionary<string, string> _fileOf = new(StringComparer.Ordinal);
    private long? _lookedAt;
    private bool _folderTold;

    private sealed record Indexed(long Length, DateTime Changed, IReadOnlyList<HostName> Domains, bool Told);

    /// <summary>A domain's file, or null.</summary>
    /// <exception cref="IOException">It cannot be read now.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    internal async Task<CatalogueEntry?> FindAsync(HostName domain, CancellationToken token)
    {
        string? file;
        lock (_lock)
        {
            if (_lookedAt is not { } looked || clock.GetElapsedTime(looked) >= LookAgain) Look();
            if (!_fileOf.TryGetValue(domain.Value, out file)) return null;
        }

        return new CatalogueEntry(await File.ReadAllBytesAsync(file, token), File.GetLastWriteTimeUtc(file));
    }

    // Where two files name a domain, the first by name has it: the same answer on every machine.
    private void Look()
    {
        _lookedAt = clock.GetTimestamp();
        try
        {
            var files = new Dictionary<string, Indexed>(StringComparer.Ordinal);
            foreach (var file in new DirectoryInfo(path).EnumerateFiles("*")) files[file.FullName] = Index(file, _files.GetValueOrDefault(file.FullName));
            (_files, _fileOf, _folderTold) = (files, new(StringComparer.Ordinal), false);
            foreach (var (name, file) in files.OrderBy(x => x.Key, StringComparer.Ordinal))
                foreach (var domain in file.Domains) _fileOf.TryAdd(domain.Value, name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What was known of the folder goes on serving.
            if (!_folderTold) unreadable?.Invoke(path, e);
            _folderTold = true;
        }
    }

    private Indexed Index(FileInfo file, Indexed? before)
    {
        var (domains, fault) = (new List<HostName>(), (Exception?)null);
        var state = new Indexed(0, default, domains, false);
        try
        {
            // A link stays as it is when what it leads to is exchanged.
            var target = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            state = state with { Length = target.Length, Changed = target.LastWriteTimeUtc };
            if (before is { Told: false } && (before.Length, before.Changed) == (state.Length, state.Changed)) return before;
            if (state.Length is > 0 and <= LargestFile) Read(file, domains);
            else if (state.Length == 0) fault = new IOException("empty"); // a pipe is empty, too: opening it would wait for a writer for ever
            else fault = new IOException($"larger than {LargestFile >> 10} KiB");
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            fault = e; // what stands before the fault is kept, and a file that cannot be opened does not cost the others
        }

        if (fault is not null && !(before is { Told: true } && (before.Length, before.Changed) == (state.Length, state.Changed))) unreadable?.Invoke(file.FullName, fault);
        return state with { Told = fault is not null };
    }

    private static void Read(FileInfo file, List<HostName> domains)
    {
        using var reader = XmlReader.Create(file.FullName, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.ReadToFollowing("domain"))
            if (HostName.TryParse(reader.ReadString().Trim(), null, out var domain)) domains.Add(domain);
    }
}

/// <summary>A file of the folder.</summary>
/// <param name="Document">Its bytes.</param>
/// <param name="Dated">When it was last changed, UTC.</param>
internal sealed record CatalogueEntry(ReadOnlyMemory<byte> Document, DateTimeOffset Dated);
