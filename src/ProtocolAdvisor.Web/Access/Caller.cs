namespace ProtocolAdvisor.Web.Access;

/// <summary>Who is calling: the holder of a key, or an anonymous address.</summary>
/// <param name="Name">The key's name, or the address.</param>
/// <param name="Key">The key; null for an anonymous caller.</param>
internal sealed record Caller(string Name, ApiKey? Key)
{
    /// <summary>The caller that <see cref="AccessGate"/> let through.</summary>
    public static Caller Of(HttpContext http) => http.Features.Get<Caller>() ?? Anonymous(http);

    /// <summary>A caller without a key.</summary>
    public static Caller Anonymous(HttpContext http) => new($"address {http.Connection.RemoteIpAddress}", null);
}
