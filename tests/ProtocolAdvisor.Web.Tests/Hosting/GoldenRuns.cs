using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Web.Tests.Hosting;

/// <summary>The kept runs of which the library's tests make golden reports.</summary>
internal static class GoldenRuns
{
    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder(), "*.run.json").Order(StringComparer.Ordinal).Select(x => Path.GetFileName(x)[..^".run.json".Length]);

    public static AssessedRun Read(string name) => JsonSerializer.Deserialize<AssessedRun>(File.ReadAllText(Path.Combine(Folder(), $"{name}.run.json")), WireJson.IgnoringUnknown)!;

    /// <summary>All facts of a report, as they may be told again.</summary>
    public static JsonObject Facts(JsonNode report) => new()
    {
        ["imap"] = report["mailbox"]?["imap"]?.DeepClone(),
        ["pop3"] = report["mailbox"]?["pop3"]?.DeepClone(),
        ["endpoints"] = report["endpoints"]!.DeepClone(),
        ["discovery"] = report["discovery"]!.DeepClone(),
    };

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "ProtocolAdvisor.Tests", "Reports", "Golden");
}
