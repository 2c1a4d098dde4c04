namespace ProtocolAdvisor.Providers;

/// <summary>The server opens no folder before the client has said who it is (IMAP ID, RFC 2971).</summary>
public sealed record ClientIdFact : ProviderFact;
