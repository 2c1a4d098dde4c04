using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Discovery.Autoconfig;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>A catalogue of providers in the ISPDB's format: a folder of the operator's first, then a web server's. Only the domain is told to it.</summary>
/// <param name="files">Reads the web server's.</param>
/// <param name="options">Where they are.</param>
/// <param name="clock">Measures.</param>
internal sealed class CatalogueSource(PublishedFiles files, CatalogueOptions options, TimeProvider clock)
{
    private readonly CatalogueFolder? _folder = options.Folder is { } path ? new CatalogueFolder(path, clock, options.Unreadable) : null;

    /// <summary>Its places for this domain; none where the operator has switched both off.</summary>
    /// <param name="question">Whose servers are looked for.</param>
    /// <param name="deadline">The run's time.</param>
    internal IEnumerable<Inquiry> For(DiscoveryQuestion question, Deadline deadline) => For(DiscoverySource.Catalogue, question.Domain, question, deadline, true);

    /// <summary>The same for another domain that stands for the question's: a file counts that names either of them.</summary>
    /// <param name="source">On whose behalf.</param>
    /// <param name="provider">The domain to look up.</param>
    /// <param name="question">Whose servers are looked for.</param>
    /// <param name="deadline">The run's time.</param>
    /// <param name="secureSoFar">Whether what led to <paramref name="provider"/> could not have been forged.</param>
    internal IEnumerable<Inquiry> For(DiscoverySource source, HostName provider, DiscoveryQuestion question, Deadline deadline, bool secureSoFar)
    {
        if (_folder is not null) yield return InFolder(new Place(source, $"folder: {provider}"), provider, question, secureSoFar);
        if (PlaceOnWeb(provider, question) is { } address) yield return files.At(source, address, question, deadline, secureSoFar, SpeaksFor(provider, question));
    }

    /// <summary>Where the web server would be asked; null where it is not.</summary>
    /// <param name="provider">The domain to look up.</param>
    /// <param name="question">Whose servers are looked for.</param>
    internal Uri? PlaceOnWeb(HostName provider, DiscoveryQuestion question) =>
        question.Audit is null or { CatalogueFromNetwork: true } && options.Address is { } address ? new Uri(address, provider.Value) : null;

    private Inquiry InFolder(Place place, HostName provider, DiscoveryQuestion question, bool secureSoFar) => new(place, async token =>
    {
        CatalogueEntry? entry;
        try
        {
            entry = await _folder!.FindAsync(provider, token);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            options.Unreadable?.Invoke(provider.Value, e);
            return new Answer(place.Failed(FailureKind.Unexpected)); // ours: it was there when the folder was last looked at
        }

        if (entry is null) return new Answer(place.Attempt(SourceOutcome.NotFound));
        return files.Read(place, AutoconfigReader.Read(entry.Document, question.Domain, null, SpeaksFor(provider, question)), question, secureSoFar, entry.Dated);
    });

    private static IReadOnlyList<HostName> SpeaksFor(HostName provider, DiscoveryQuestion question) => [.. new[] { question.Domain, provider }.Distinct()];
}

/// <summary>Where the catalogue is.</summary>
/// <param name="Address">The base URL, ending in a slash: the domain is appended; null asks no web server.</param>
/// <param name="Folder">A folder with files of the same format; null has none.</param>
public sealed record CatalogueOptions(Uri? Address = null, string? Folder = null)
{
    /// <summary>Thunderbird's public catalogue.</summary>
    public static CatalogueOptions Public { get; } = new(new Uri("https://autoconfig.thunderbird.net/v1.1/"));

    /// <summary>Told of a file of the folder that cannot be read, or the folder itself: its path and why. Once for each state that it is found in.</summary>
    public Action<string, Exception>? Unreadable { get; init; }
}
