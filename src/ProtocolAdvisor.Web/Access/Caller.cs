namespace ProtocolAdvisor.Web.Access;

/// <summary>Who is calling: the holder of a key, or an anonymous address.</summary>
/// <param name="Name">The key's name, or the address.</param>
/// <param name="Key">The key; null for an anonymous caller.</param>
internal sealed record Caller(string Name, ApiKey? Key)
{
    /// <summary>The header in which the holder of a key says for whom it asks, in any words that are the same for the same person.</summary>
    public const string EndUserHeader = "X-End-User";

    /// <summary>How many characters of it are taken; a longer one counts as none.</summary>
    public const int LongestEndUser = 200;

    /// <summary>For whom: as the holder of a key says, else the address that is known.</summary>
    public string EndUser { get; init; } = "";

    /// <summary>The caller that <see cref="AccessGate"/> let through.</summary>
    public static Caller Of(HttpContext http) => http.Features.Get<Caller>() ?? new($"address {AddressOf(http)}", null);

    /// <summary>The holder of a key.</summary>
    public static Caller Holding(ApiKey key, HttpContext http) => new($"key {key.Name}", key)
    {
        EndUser = http.Request.Headers[EndUserHeader].ToString() is { Length: > 0 and <= LongestEndUser } said ? $"user {said}" : $"address {AddressOf(http)}",
    };

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress is { } address ? PeerAddress.Of(address) : "";
}
