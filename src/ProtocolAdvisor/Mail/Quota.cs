namespace ProtocolAdvisor.Mail;

/// <summary>A storage quota.</summary>
/// <param name="UsedBytes">Bytes used.</param>
/// <param name="LimitBytes">Bytes allowed.</param>
public sealed record Quota(long UsedBytes, long LimitBytes);
