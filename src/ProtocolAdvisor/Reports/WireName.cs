using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using ProtocolAdvisor.Findings;

namespace ProtocolAdvisor.Reports;

/// <summary>Codes as reports write them, without a serialiser.</summary>
public static class WireName
{
    /// <summary>As <c>cert-expired</c>.</summary>
    public static string Of(FindingCode code) =>
        typeof(FindingCode).GetField(code.ToString())?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());
}
