namespace ProtocolAdvisor.Web.Storage;

/// <summary>By whom, and under which name, a report was asked for.</summary>
/// <param name="Owner">The name of the key that it was made with; null for none.</param>
/// <param name="Retry">By what the same request is known again; null where its caller gave it no name.</param>
/// <param name="Note">What is to be noted at it; null for nothing.</param>
internal sealed record ReportOrigin(string? Owner, RetryMark? Retry = null, string? Note = null);

/// <summary>By what the same request is known again.</summary>
/// <param name="Key">The hash of the name that the caller gave it.</param>
/// <param name="Body">The sealed hash of the request without its secret.</param>
internal sealed record RetryMark(string Key, byte[] Body);
