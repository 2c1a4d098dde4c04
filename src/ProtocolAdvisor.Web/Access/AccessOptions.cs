using System.Security.Cryptography;
using System.Text;
using ProtocolAdvisor.Web.Startup;

namespace ProtocolAdvisor.Web.Access;

/// <summary>Who may use the service (configuration section <c>Access</c>).</summary>
/// <param name="AllowAnonymous">Whether callers need no key; null means: while there are no keys and only loopback is listened on.</param>
/// <param name="Keys">The keys.</param>
internal sealed record AccessOptions(bool? AllowAnonymous, IReadOnlyList<ApiKey> Keys)
{
    /// <summary>Reads the section.</summary>
    public static AccessOptions From(IConfiguration configuration)
    {
        var settings = new OperatorSettings(configuration);
        return new(
            settings.Optional<bool>("Access:AllowAnonymous", bool.TryParse, "true or false"),
            [.. configuration.GetSection("Access:Keys").GetChildren().Select(key => Key(settings, key.Path))]);
    }

    /// <summary>The key that was presented; null when it is none of ours. Every key is compared, in constant time.</summary>
    public ApiKey? Find(string presented)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(presented));
        ApiKey? found = null;
        foreach (var key in Keys)
            if (CryptographicOperations.FixedTimeEquals(hash, key.Sha256.Span)) found = key;
        return found;
    }

    private static ApiKey Key(OperatorSettings settings, string path) => new(
        settings.Required<string>($"{path}:Name", IsText, "a name"),
        settings.Required<byte[]>($"{path}:Sha256", IsSha256, "64 hexadecimal digits: the key's SHA-256"),
        settings.List<Scope>($"{path}:Scopes", [Scope.Assess], IsScope, "assess, audit or admin"),
        settings.Optional<int>($"{path}:PerMinute", OperatorSettings.IsPositive, "a whole number above 0"));

    private static bool IsText(string? text, out string value) => (value = text?.Trim() ?? "").Length > 0;

    private static bool IsScope(string? text, out Scope scope) => Enum.TryParse(text, true, out scope) && Enum.IsDefined(scope) && !int.TryParse(text, out _);

    private static bool IsSha256(string? text, out byte[] hash)
    {
        hash = new byte[SHA256.HashSizeInBytes];
        return text is { Length: 2 * SHA256.HashSizeInBytes } && text.All(char.IsAsciiHexDigit) && (hash = Convert.FromHexString(text)).Length > 0;
    }
}
