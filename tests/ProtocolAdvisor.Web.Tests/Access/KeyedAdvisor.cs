using System.Security.Cryptography;
using System.Text;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Access;

/// <summary>A service with keys whose text is their name.</summary>
internal static class KeyedAdvisor
{
    /// <summary>Starts it; a key named <c>admin</c> has the scopes assess and admin, one named <c>chief</c> only admin, every other only assess.</summary>
    public static Task<Advisor> StartAsync(string[] keys, string? folder = null, TimeProvider? clock = null, params (string Key, string? Value)[] settings) =>
        Advisor.StartAsync(folder, clock, [.. keys.Index().SelectMany(x => Key(x.Index, x.Item)), .. settings]);

    /// <summary>The header that presents a key.</summary>
    public static (string Name, string Value) As(string key) => ("X-Api-Key", key);

    private static IEnumerable<(string Key, string? Value)> Key(int number, string name) =>
    [
        ($"Access:Keys:{number}:Name", name),
        ($"Access:Keys:{number}:Sha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)))),
        ($"Access:Keys:{number}:Scopes", name switch { "admin" => "assess,admin", "chief" => "admin", _ => "assess" }),
    ];
}
