using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ProtocolAdvisor.Web.Audits;
using ProtocolAdvisor.Web.Audits.Running;
using ProtocolAdvisor.Web.Audits.Tables;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Tests.Contract;
using ProtocolAdvisor.Web.Tests.Hosting;
using ProtocolAdvisor.Web.Tests.Hosting.Databases;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Tests.Audits;

/// <summary>
/// Sums, pages, events and changes of large audits are right. <c>AUDIT_ROWS=100000</c> asks for so many, and tells how long each took, in
/// processor time and by the clock.
/// </summary>
public sealed class AuditScaleTests
{
    private const int Rows = 2_000;

    [Fact]
    public async Task Two_large_audits_are_summed_paged_exported_and_compared()
    {
        var rows = int.Parse(Environment.GetEnvironmentVariable("AUDIT_ROWS") ?? $"{Rows}", CultureInfo.InvariantCulture);
        await using var database = new SqliteTestDatabase();
        await using var advisor = await database.StartAsync(null, ("Dns:Servers:0", FuzzTests.NoNameServer()), ("Dns:Timeout", "00:00:00.1"));
        var before = await FilledAsync(database, advisor, rows, changed: false);
        var path = await FilledAsync(database, advisor, rows, changed: true);
        var audit = (await TimedAsync("the audit", () => advisor.SendAsync(HttpMethod.Get, path))).Json;
        Assert.Equal(rows / 4, (int)audit["sums"]!["works"]!);
        Assert.Equal((50, rows / 50), ((int)audit["sums"]!["mailHostCount"]!, (int)audit["sums"]!["mailHosts"]![0]!["subjects"]!));
        Assert.Equal(rows / 2, (int)audit["sums"]!["findings"]![0]!["subjects"]!);
        await TimedAsync("the list", () => advisor.SendAsync(HttpMethod.Get, "/v1/audits"));
        await TimedAsync("events", () => advisor.SendAsync(HttpMethod.Get, $"{path}/events"));
        await TimedAsync("the first page", () => advisor.SendAsync(HttpMethod.Get, $"{path}/results?limit=500"));
        await TimedAsync("the last page", () => advisor.SendAsync(HttpMethod.Get, $"{path}/results?limit=500&cursor={rows - 500}"));
        await TimedAsync("a page of one finding", () => advisor.SendAsync(HttpMethod.Get, $"{path}/results?finding=cert-expired&limit=500"));
        await TimedAsync("a rare name", () => advisor.SendAsync(HttpMethod.Get, $"{path}/results?domain=customer{rows - 1}.&limit=500"));
        var table = await TimedAsync("the table", () => advisor.SendAsync(HttpMethod.Get, $"{path}/results", null, ("Accept", "text/csv")));
        Assert.Equal(rows + 1, table.Text.Count(x => x == '\n'));
        var changes = (await TimedAsync("the changes", () => advisor.SendAsync(HttpMethod.Get, $"{path}/changes?since={before.Split('/')[^1]}"))).Json;
        Assert.Equal((rows, rows / 100), ((int)changes["sums"]!["compared"]!, (int)changes["sums"]!["changed"]!));
        await TimedAsync("changes further on", () => advisor.SendAsync(HttpMethod.Get, $"{path}/changes?since={before.Split('/')[^1]}&cursor=a{rows / 2}&limit=10"));
    }

    [Fact]
    public void A_finished_subject_is_made_and_kept_in_little_time()
    {
        var run = StoredReports.Run();
        var kept = (int.Parse(Environment.GetEnvironmentVariable("AUDIT_ROWS") ?? "100", CultureInfo.InvariantCulture), Process.GetCurrentProcess().TotalProcessorTime);
        var made = new SubjectRun(null!, new(100, TimeSpan.FromSeconds(15), TimeSpan.FromDays(1)));
        var work = new AuditWork("id", DateTimeOffset.UtcNow, 1, run.Usage, null, false);
        var bytes = 0L;
        for (var i = 0; i < kept.Item1; i++) bytes += made.Finished(work, new(1, "example.com", "example.com"), run.Facts).Run!.Length;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{(Process.GetCurrentProcess().TotalProcessorTime - kept.TotalProcessorTime).TotalMilliseconds / kept.Item1:F2} ms and {bytes / kept.Item1} bytes a subject");
        var again = PackedRun.Read(made.Finished(work, new(1, "example.com", "example.com"), run.Facts).Run!)!;
        Assert.Equal(run.Report(Language.English).Recommendation.Protocol, again.Report(Language.English).Recommendation.Protocol);
        Assert.All(again.Facts.Endpoints, x => Assert.Empty(x.Probe.Conversation));
    }

    // As an engine would leave it.
    private static async Task<string> FilledAsync(SqliteTestDatabase database, Advisor advisor, int rows, bool changed)
    {
        var list = new StringBuilder();
        for (var i = 0; i < rows; i++) list.Append(CultureInfo.InvariantCulture, $"customer{i}.example\n");
        var made = await TimedAsync("the upload", () => advisor.UploadAsync(list.ToString()));
        var path = made.Reply.Headers.Location!.ToString();
        await advisor.SendAsync(HttpMethod.Post, $"{path}/pause");
        var id = path.Split('/')[^1];
        await database.RunAsync(
            """
            UPDATE "AuditItems" SET "FinishedAt" = 1, "State" = "Number" % 4, "MailHost" = 'mail' || ("Number" % 50) || '.example',
                "Codes" = CASE WHEN "Number" % 2 = 0 THEN '|cert-expired|' WHEN "Number" % 5 = 0 THEN '|cleartext-only|' ELSE '' END, "Row" = @p0
            WHERE "AuditId" = @p1
            """,
            Row(false),
            id);
        if (changed) await database.RunAsync("UPDATE \"AuditItems\" SET \"Row\" = @p0 WHERE \"AuditId\" = @p1 AND \"Number\" % 100 = 0", Row(true), id);
        await database.RunAsync("INSERT INTO \"AuditRuns\" (\"AuditId\", \"Number\", \"Run\") SELECT \"AuditId\", \"Number\", randomblob(3000) FROM \"AuditItems\" WHERE \"AuditId\" = @p0", id);
        await database.RunAsync("UPDATE \"Audits\" SET \"Done\" = \"Total\", \"State\" = 2, \"EndedAt\" = 1 WHERE \"Id\" = @p0", id);
        return path;
    }

    private static byte[] Row(bool changed)
    {
        var row = AuditRow.Of(StoredReports.Run().Report(Language.English));
        return JsonSerializer.SerializeToUtf8Bytes(changed ? row with { MailHost = "other.example" } : row, AuditRow.Json);
    }

    private static async Task<Answer> TimedAsync(string what, Func<Task<Answer>> ask)
    {
        var (process, began, cpu) = (Process.GetCurrentProcess(), Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
        var answer = await ask();
        process.Refresh();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{what}: {(process.TotalProcessorTime - cpu).TotalMilliseconds:F0} ms of processor, {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms, {answer.Text.Length / 1000} kB, peak {process.PeakWorkingSet64 >> 20} MiB");
        Assert.InRange(answer.Status, 200, 202);
        return answer;
    }
}
