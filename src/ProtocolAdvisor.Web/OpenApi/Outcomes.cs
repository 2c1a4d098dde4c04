using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>Says of answers that are no refusals what they are.</summary>
internal sealed class Outcomes : IOperationFilter
{
    private const string Settings =
        "The file, as a text in UTF-8: `thunderbird` as text/xml or application/xml, `outlook` as application/xml or text/xml, "
        + "`apple` as application/x-apple-aspen-config "
        + "(not a text where it is signed), `pacc` as application/json, `text` as text/plain. Of two media types the accepted one is written.";

    private static readonly Dictionary<(string Operation, string Status), string> Known = new()
    {
        [("RunAssessment", "201")] = "The report.",
        [("ListAssessments", "200")] = "The reports.",
        [("OpenAssessment", "200")] = "The report.",
        [("OpenAssessment", "303")] = "A browser is sent on to the report's page.",
        [("ReadNote", "200")] = "The note.",
        [("WriteNote", "200")] = "The note as it is now.",
        [("MakeInvite", "201")] = "The invite, with its link.",
        [("ListInvites", "200")] = "The invites.",
        [("OpenInvite", "200")] = "The invite.",
        [("RevokeInvite", "204")] = "The link opens nothing any more.",
        [("RemoveAssessment", "204")] = "The report is removed.",
        [("OpenSettings", "200")] = Settings,
        [("FillInSettings", "200")] = Settings,
        [("Discover", "200")] = "What was found.",
        [("Recommend", "200")] = "The advice.",
        [("RecommendAgain", "200")] = "The advice for these answers.",
        [("CreateAudit", "202")] = "The audit; it goes on by itself.",
        [("ListAudits", "200")] = "The audits.",
        [("OpenAudit", "200")] = "The audit.",
        [("PauseAudit", "200")] = "The audit, paused.",
        [("ResumeAudit", "200")] = "The audit, going on.",
        [("RemoveAudit", "204")] = "The audit is removed.",
        [("ListAuditResults", "200")] = "The subjects: a page of them as JSON; all of them as lines of JSON or as a table.",
        [("CompareAudits", "200")] = "The changes.",
        [("OpenAuditResult", "200")] = "The report.",
        [("Live", "200")] = "The process runs.",
        [("Ready", "200")] = "Assessments may be sent here.",
        [("Ready", "503")] = "Assessments may not be sent here now; `status` says why.",
    };

    private static readonly Dictionary<string, string> Usual = new()
    {
        ["200"] = "The document.",
        ["304"] = "What the caller has is still so; there is no body.",
        ["400"] = "This is no HTTP: it is refused without a body, before anything else is looked at.",
    };

    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var (status, response) in operation.Responses ?? [])
            if ((Known.GetValueOrDefault((operation.OperationId!, status)) ?? Usual.GetValueOrDefault(status)) is { } meaning)
                response.Description = meaning;
    }
}
