namespace ProtocolAdvisor.Sessions;

/// <summary>How we introduce ourselves to servers that want to know who asks: the product, its version, and nothing of its user.</summary>
internal static class ClientName
{
    /// <summary>The IMAP command (RFC 2971 §3.1).</summary>
    internal static string Id { get; } = $"ID (\"name\" \"{Product}\" \"version\" \"{Version}\" \"vendor\" \"{Product}\")";

    private const string Product = "ProtocolAdvisor";

    private static string Version => typeof(ClientName).Assembly.GetName().Version?.ToString(3) ?? "0";
}
