using System.Text.Json;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Coherence;

public sealed class Scratch2Tests
{
    [Fact]
    public void Show()
    {
        foreach (var file in Directory.EnumerateFiles("/work/wt/told2/tests/ProtocolAdvisor.Tests/Reports/Golden", "*.run.json"))
        {
            var run = JsonSerializer.Deserialize<AssessedRun>(File.ReadAllText(file), WireJson.IgnoringUnknown)!;
            foreach (var language in Language.All)
                File.WriteAllText($"/tmp/told2.text.{Path.GetFileName(file)}.{language.Tag}.txt", TextReport.Write(run.Report(language), language));
        }
    }
}
