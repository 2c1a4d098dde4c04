namespace ProtocolAdvisor.RealServers;

/// <summary>A request as the web server got it.</summary>
/// <param name="Scheme">http or https.</param>
/// <param name="Host">The host asked for, without the port.</param>
/// <param name="Path">The path, percent-decoded.</param>
/// <param name="Query">The query from its question mark on, as sent; empty = none.</param>
/// <param name="Headers">Every header; names are compared without regard to case.</param>
public sealed record RecordedRequest(string Scheme, string Host, string Path, string Query, IReadOnlyDictionary<string, string> Headers)
{
    public override string ToString() => $"{Scheme}://{Host}{Path}{Query}";
}
