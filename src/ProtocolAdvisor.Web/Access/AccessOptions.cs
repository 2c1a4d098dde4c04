using System.Security.Cryptography;
using System.Text;
using ProtocolAdvisor.Web.Startup;
using ProtocolAdvisor.Web.Startup.Configured;

namespace ProtocolAdvisor.Web.Access;

/// <summary>Who may use the service (configuration section <c>Access</c>).</summary>
/// <param name="AllowAnonymous">Whether callers need no key; null means: while there are no keys and only loopback is listened on.</param>
/// <param name="Keys">The keys.</param>
internal sealed record AccessOptions(bool? AllowAnonymous, IReadOnlyList<ApiKey> Keys)
{
    /// <summary>Wrong keys that one address may try in a minute.</summary>
    public int WrongKeysPerMinute { get; init; } = KnownSettings.WrongKeysPerMinute.Default;

    /// <summary>Origins whose pages may use the API from a browser; none by default.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Reads the section.</summary>
    public static AccessOptions From(IConfiguration configuration)
    {
        var settings = new OperatorSettings(configuration);
        var entries = configuration.GetSection("Access:Keys").GetChildren().Select(x => (x.Path, Key: Key(settings, x.Path))).ToList();
        Judge(entries);
        return new(settings.Value(KnownSettings.AllowAnonymous), [.. entries.Select(x => x.Key)])
        {
            AllowedOrigins = settings.List(KnownSettings.AllowedOrigins),
            WrongKeysPerMinute = settings.Value(KnownSettings.WrongKeysPerMinute),
        };
    }

    // Logs and limits know a key by its name, callers by its text: neither may stand for two.
    private static void Judge(List<(string Path, ApiKey Key)> entries)
    {
        foreach (var (path, key) in entries)
        {
            var (other, earlier) = entries.Find(x => IsNamed(x.Key, key.Name) || x.Key.Sha256.Span.SequenceEqual(key.Sha256.Span));
            if (other == path) continue;
            throw new StartRefusedException(IsNamed(earlier, key.Name)
                ? $"{path}:Name: each key has a name of its own, and {other}:Name is {OperatorSettings.Quoted(key.Name)} too."
                : $"{path}:Sha256: it is the same key as {other}:Sha256.");
        }
    }

    private static bool IsNamed(ApiKey key, string name) => key.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The key that was presented; null when it is none of ours. Every key is compared, in constant time.</summary>
    public ApiKey? Find(string presented)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(presented));
        ApiKey? found = null;
        foreach (var key in Keys)
            if (CryptographicOperations.FixedTimeEquals(hash, key.Sha256.Span)) found = key;
        return found;
    }

    private static ApiKey Key(OperatorSettings settings, string entry) => new(
        settings.RequiredAt(entry, KnownSettings.KeyName),
        settings.RequiredAt(entry, KnownSettings.KeySha256),
        settings.ListAt(entry, KnownSettings.KeyScopes),
        settings.ValueAt(entry, KnownSettings.KeyPerMinute));
}
