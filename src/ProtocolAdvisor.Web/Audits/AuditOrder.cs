using System.Security.Cryptography;
using System.Text.Json;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Audits.Lists;

namespace ProtocolAdvisor.Web.Audits;

/// <summary>A valid request: what is asked of whom, and how.</summary>
/// <param name="List">The subjects.</param>
/// <param name="Wishes">The request's other members; its own subjects are not looked at.</param>
internal sealed record AuditOrder(AuditList List, AuditRequest Wishes)
{
    /// <summary>How the mailboxes are used.</summary>
    public Usage Usage => Wishes.Usage ?? new Usage();

    /// <summary>After how many days it is made again; null for never.</summary>
    public int? RepeatEveryDays => Wishes.RepeatEvery is { } text && AuditRepeat.TryParse(text, out var days) ? days : null;

    /// <summary>By what the request is known again.</summary>
    public byte[] Mark()
    {
        var wishes = JsonSerializer.SerializeToUtf8Bytes(Wishes with { Subjects = null }, WireJson.Options);
        return SHA256.HashData([.. List.Mark, .. wishes]);
    }
}
