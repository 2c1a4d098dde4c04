using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Assessments.Retries;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>A valid request in the library's own values.</summary>
/// <param name="Email">The mail address.</param>
/// <param name="Subject">What to look at.</param>
/// <param name="Usage">How the mailbox is used.</param>
internal sealed record AssessmentOrder(EmailAddress? Email, AssessmentSubject Subject, Usage Usage)
{
    /// <summary>How it is to be run, as it was asked for.</summary>
    public RunOptions Options { get; } = RunOptions.Of(Subject);

    /// <summary>The name of the caller's key; null for a caller without one.</summary>
    public string? Owner { get; init; }

    /// <summary>
    /// Whose mailbox it is, as an earlier report shows it: for a check made anew of which no more is known. Null where the order itself says it.
    /// </summary>
    public SubjectReport? Shown { get; init; }

    /// <summary>What holds the name that the caller gave to the request; null where it gave none.</summary>
    public RetryClaim? Retry { get; init; }

    /// <summary>What is to be noted at the report; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Told of the report's id when the run has come to its end and its report can be opened; null where nobody wants to know.</summary>
    public Func<string, Task>? Ended { get; init; }

    /// <summary>What a report may show of it.</summary>
    /// <param name="id">The report's id.</param>
    /// <param name="retention">How long it is kept.</param>
    public ReportHeading Heading(string id, TimeSpan retention) =>
        ReportHeading.Of(id, retention, Email, Subject) with { Options = Options } is var heading && Shown is { } shown ? heading with { Subject = shown } : heading;

    /// <summary>Tells the answer of its run before the end.</summary>
    public FirstAnswer FirstAnswer(Language language) => new(Heading("", default), Usage, language);

    /// <summary>Translates a request that the validator has let through.</summary>
    public static AssessmentOrder From(AssessmentRequest request)
    {
        var email = request.Email is { } text ? EmailAddress.Parse(text) : null;
        var subject = new AssessmentSubject(request.Server is { } server ? Endpoints(server) : [], CredentialsOf(request.Credentials, email), Limits(request), email, request.Domain is { } domain ? Host(domain) : null)
        {
            UsernameIsPresumed = request.Credentials is { Username: null },
            MaySendAddress = request.Discovery?.SendAddress == true,
        };
        return new(email, subject, request.Usage ?? new Usage());
    }

    /// <summary>The same with this much time left.</summary>
    public AssessmentOrder Within(TimeSpan left) => this with { Subject = Subject with { Limits = Subject.Limits with { Deadline = left } } };

    private static IReadOnlyList<MailEndpoint> Endpoints(ServerRequest server) => server.Endpoints is { Count: > 0 } named
        ? [.. named.Select(x => new MailEndpoint(x.Protocol!.Value, Host(x.Host ?? server.Host!), x.Port!.Value, x.Security!.Value)).Distinct()]
        : MailEndpoint.StandardOf(Host(server.Host!));

    private static HostName Host(string text) => HostName.Parse(text);

    private static Credentials? CredentialsOf(CredentialsRequest? given, EmailAddress? email)
    {
        if (given is null) return null;
        var username = given.Username ?? email!.ToString();
        return given.AccessToken is { } token ? Credentials.WithAccessToken(username, token) : Credentials.WithPassword(username, given.Password!);
    }

    private static AssessmentLimits Limits(AssessmentRequest request)
    {
        var limits = AssessmentLimits.Default;
        return new(
            request.DeadlineMs is { } deadline ? TimeSpan.FromMilliseconds(deadline) : limits.Deadline,
            request.Measurement?.Samples ?? limits.Samples,
            request.Measurement?.MaxBytes ?? limits.MaxSampleBytes);
    }
}
