using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Web.Reports;

/// <summary>
/// What a report tells of the request itself: kept apart from the facts, which know no names. It is stored with them, so it holds only what may be shown:
/// the address is masked and the credentials are gone before it is made.
/// </summary>
/// <param name="Id">The report's id.</param>
/// <param name="Retention">How long it is kept.</param>
/// <param name="Subject">Whose mailbox it is.</param>
/// <param name="Server">The host that was named.</param>
/// <param name="Endpoints">The endpoints that were asked for, in the caller's order.</param>
/// <param name="ShownUsername">The user name as a report may show it: a placeholder, or masked.</param>
/// <param name="Authentication">How the caller signs in.</param>
internal sealed record ReportHeading(
    string Id,
    TimeSpan Retention,
    SubjectReport Subject,
    string Server,
    IReadOnlyList<MailEndpoint> Endpoints,
    string? ShownUsername,
    AuthenticationKind Authentication)
{
    /// <summary>What may be shown of a request.</summary>
    public static ReportHeading Of(string id, TimeSpan retention, EmailAddress? email, HostName server, AssessmentSubject subject) => new(
        id,
        retention,
        SubjectReport.From(email),
        server.Value,
        subject.Endpoints,
        UsernameForm.Of(subject.Credentials?.Username, email),
        subject.Credentials is { IsAccessToken: true } ? AuthenticationKind.Oauth2 : AuthenticationKind.Password);
}
