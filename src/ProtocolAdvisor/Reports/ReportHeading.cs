using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Settings;

namespace ProtocolAdvisor.Reports;

/// <summary>
/// What a report tells of the request itself: kept apart from the facts, which know no names. It is stored with them, so it holds only what
/// may be shown: the address is masked and the credentials are gone before it is made.
/// </summary>
/// <param name="Id">The report's id.</param>
/// <param name="Retention">How long it is kept.</param>
/// <param name="Subject">Whose mailbox it is.</param>
/// <param name="ShownUsername">The user name as a report may show it: a placeholder, or masked.</param>
/// <param name="UsernameIsPresumed">Whether published settings know its form better than the caller, who named none.</param>
/// <param name="Authentication">How the caller signs in; null where he did not.</param>
public sealed record ReportHeading(
    string Id, TimeSpan Retention, SubjectReport Subject, string? ShownUsername, bool UsernameIsPresumed, AuthenticationKind? Authentication)
{
    /// <summary>How the run was to be made; null where that was not kept: of an audit's runs, and by versions before.</summary>
    public RunOptions? Options { get; init; }

    /// <summary>What may be shown of a request.</summary>
    public static ReportHeading Of(string id, TimeSpan retention, EmailAddress? email, AssessmentSubject subject) => new(
        id,
        retention,
        SubjectReport.From(email, subject.Domain),
        NameForm.Of(subject.Credentials?.Username, email),
        subject.Credentials is null || subject.UsernameIsPresumed,
        subject.Credentials?.IsAccessToken switch { true => AuthenticationKind.Oauth2, false => AuthenticationKind.Password, null => null })
    {
        Options = RunOptions.Of(subject),
    };

    /// <summary>The user name at a candidate of a search, as a report will tell it as long as nothing but the search is known.</summary>
    public Func<EndpointCandidate, string?> UsernamesIn(DiscoveryResult search)
    {
        var choice = new ServerChoice(
            new AssessmentFacts { StartedAt = default, DurationMs = 0, Complete = false, Endpoints = [], Discovery = search }, SignIn);
        return candidate => Shown(choice.NameAt(candidate.Endpoint));
    }

    /// <summary>A user name as a report may show it; null where there is none to show.</summary>
    internal string? Shown(LoginName name) => name.Basis switch
    {
        LoginNameBasis.Known => name.Template,
        LoginNameBasis.OnlyUserKnows => ShownUsername,
        _ => null,
    };

    /// <summary>What the caller told of signing in.</summary>
    internal RequestedSignIn SignIn => new(
        ShownUsername is null ? null : NameForm.NameOf(ShownUsername), UsernameIsPresumed, Authentication == AuthenticationKind.Oauth2);
}
