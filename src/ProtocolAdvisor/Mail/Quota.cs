using System.Text.Json.Serialization;

namespace ProtocolAdvisor.Mail;

/// <summary>A quota of storage (RFC 9208's STORAGE).</summary>
/// <param name="UsedBytes">Bytes used.</param>
/// <param name="LimitBytes">Bytes allowed.</param>
public sealed record Quota(long UsedBytes, long LimitBytes)
{
    /// <summary>
    /// Share in use, as an exact decimal, so that rounding does not move a threshold; over 1 where the server lets a mailbox overflow, 0
    /// without a limit.
    /// </summary>
    [JsonIgnore]
    public decimal Share => LimitBytes > 0 ? (decimal)UsedBytes / LimitBytes : 0;
}

/// <summary>A quota of messages (RFC 9208's MESSAGE).</summary>
/// <param name="Used">Messages there are.</param>
/// <param name="Limit">Messages allowed.</param>
public sealed record MessageQuota(long Used, long Limit)
{
    /// <summary>Share in use; over 1 where the server lets a mailbox overflow, 0 without a limit.</summary>
    [JsonIgnore]
    public decimal Share => Limit > 0 ? (decimal)Used / Limit : 0;
}
