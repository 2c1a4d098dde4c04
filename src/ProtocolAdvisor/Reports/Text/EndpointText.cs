using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>Each server with its steps' times, its certificate and the sign-in: for whoever looks for the fault.</summary>
internal static class EndpointText
{
    public static TextSection Section(IReadOnlyList<EndpointReport> endpoints, ReportWords words) =>
        new(words.Phrases.Endpoints, [.. endpoints.SelectMany(x => Lines(x, words))]);

    /// <summary>One endpoint in one line.</summary>
    public static string Summary(EndpointReport endpoint, ReportWords words) => string.Join(", ",
    [
        $"{endpoint.Protocol.Name()} {OwnLetters.Of(Authority(endpoint))} ({words.Security(endpoint.Security)}): {(endpoint.Usable ? words.Phrases.Usable : words.Phrases.NotUsable)}",
        .. endpoint is { Usable: true, Trusted: false } ? [words.Phrases.NotTrusted] : Array.Empty<string>(),
        .. endpoint.Implementation is { } software ? [software] : Array.Empty<string>(),
        .. endpoint.RoundTripMs is { } ms ? [words.Said(words.Phrases.RoundTrip, "time", words.Time(ms))] : Array.Empty<string>(),
    ]);

    /// <summary>The same with the outcome first, for lines that may be cut.</summary>
    public static string OutcomeFirst(EndpointReport endpoint, ReportWords words)
    {
        var outcome = !endpoint.Usable ? words.Phrases.NotUsable : endpoint.Trusted ? words.Phrases.Usable : $"{words.Phrases.Usable}, {words.Phrases.NotTrusted}";
        var software = endpoint.Implementation is { } name ? $", {name}" : string.Empty;
        return $"{outcome}: {endpoint.Protocol.Name()} {OwnLetters.Of(Authority(endpoint))} ({words.Security(endpoint.Security)}){software}";
    }

    /// <summary>The sign-in in one line.</summary>
    public static string SignIn(SignInResult signIn, ReportWords words) => words.Filled(
        words.Phrases.SignIns[signIn.Outcome],
        ("mechanism", signIn.Mechanism ?? string.Empty),
        ("time", words.Time(signIn.ElapsedMs ?? 0)),
        ("reason", signIn.Reason is { } reason ? words.Reason(reason) : string.Empty))! + words.Quoted(signIn.Outcome == SignInOutcome.Accepted ? null : signIn.Reply);

    private static IEnumerable<string> Lines(EndpointReport endpoint, ReportWords words) =>
    [
        .. words.Layout.Bullet(Summary(endpoint, words)),
        .. Detail(string.Join(", ", endpoint.Steps.Where(x => x.Outcome != StepOutcome.NotAttempted).Select(x => Step(x, endpoint.SignIn, words))), words),
        .. endpoint.Tls is { } tls ? Detail($"TLS {tls.Version}, {tls.CipherSuite}", words) : [],
        .. endpoint.Tls is { Certificate: var certificate } ? Detail(Certificate(certificate, words), words) : [],
        .. endpoint is { Usable: true, MaxMessageBytes: { } most }
            ? Detail(SettingsPhrases.Of(words.Language).SendsUpTo(most, words.Language), words) : [],
        .. endpoint.Usable ? Detail(SignIn(endpoint.SignIn, words), words) : [],
    ];

    // What the server said to the sign-in stands in the line about the sign-in.
    private static string Step(StepResult step, SignInResult signIn, ReportWords words) => step.Failure is { } failure
        ? words.Filled(
            words.Phrases.StepFailed, ("step", words.Phrases.Steps[step.Step]), ("time", words.Time(step.ElapsedMs ?? 0)),
            ("cause", words.Cause(words.Phrases.Cause(step.Step, failure.Kind), failure.Detail, step.Step == MailStep.SignIn && failure.Reply == signIn.Reply ? null : failure.Reply)))!
        : $"{words.Phrases.Steps[step.Step]} {words.Time(step.ElapsedMs ?? 0)}".Replace(' ', '\u00A0');

    private static string Certificate(CertificateDetails certificate, ReportWords words) => words.Filled(
        words.Phrases.Certificate,
        ("subject", OwnLetters.Of(certificate.Subject)),
        ("issuer", certificate.Issuer),
        ("date", words.Date(certificate.NotAfter)),
        ("status", string.Join(", ", certificate.Status.Select(x => words.Phrases.CertificateStatuses[x]))))!;

    /// <summary>Where it is, as <c>host:port</c>.</summary>
    public static string Authority(EndpointReport endpoint) => endpoint.Host.Contains(':', StringComparison.Ordinal)
        ? $"[{endpoint.Host}]:{ReportWords.Text(endpoint.Port)}" : $"{endpoint.Host}:{ReportWords.Text(endpoint.Port)}";

    private static IEnumerable<string> Detail(string text, ReportWords words) => words.Layout.Wrapped(text, "  ");
}
