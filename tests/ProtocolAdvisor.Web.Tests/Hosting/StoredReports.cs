using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Web.OpenApi;
using ProtocolAdvisor.Web.Reports;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Tests.Hosting;

/// <summary>Reports put where the service finds them, without a run.</summary>
internal static class StoredReports
{
    /// <summary>The contract's own example, with an outgoing server: POP3 is recommended, IMAP works as well.</summary>
    public static AssessmentReport Example => Complete(JsonSerializer.Deserialize<AssessmentReport>(Examples.Text("OpenAssessment.200.json")!, WireJson.Options)!);

    /// <summary>An outgoing server that a trusted source names.</summary>
    public static OutgoingReport Submission { get; } =
        new("smtp.example.com", 465, ConnectionSecurity.ImplicitTls, "%EMAILADDRESS%", [AuthenticationMethod.PasswordCleartext], ["srv"], true);

    /// <summary>Keeps the report under an id of its own; its settings are under the returned path.</summary>
    public static async Task<string> StoreAsync(this Advisor advisor, AssessmentReport report)
    {
        var stored = report with { Id = ReportId.New(), ExpiresAt = DateTimeOffset.UtcNow.AddDays(1) };
        await advisor.Services.GetRequiredService<ReportArchive>().StoreAsync(stored, TestContext.Current.CancellationToken);
        return $"/v1/assessments/{stored.Id}/settings";
    }

    private static AssessmentReport Complete(AssessmentReport report) => report with { Discovery = report.Discovery with { Outgoing = [Submission] } };
}
