using System.Net;
using System.Security.Cryptography.X509Certificates;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>The lab's mail server as it is seen from the client's side: where it is, how far, and who may sign in.</summary>
internal sealed class FarSide(FarServer server, string authority, Line line)
{
    internal const string Username = "anna";
    internal const string Password = "secret";
    internal const int Messages = 2000;

    internal const int FetchedMessages = 300;
    internal const string FetchedSeed = "7";

    /// <summary>Which server it is.</summary>
    internal FarServer Server { get; } = server;

    /// <summary>Its name.</summary>
    internal string Host { get; } = server.Host;

    /// <summary>The PEM file of the authority that signed its certificate. The process trusts it as one of the system's (SSL_CERT_FILE).</summary>
    internal string Authority { get; } = authority;

    /// <summary>The line to it.</summary>
    internal Line Line { get; } = line;

    /// <summary>Its four standard endpoints.</summary>
    internal IReadOnlyList<MailEndpoint> Endpoints { get; } = MailEndpoint.StandardOf(HostName.Parse(server.Host));

    /// <summary>An assessor that may dial it as often as it likes.</summary>
    /// <param name="namedRoot">Whether the authority is configured as a trusted root, as on premises, instead of found among the system's.</param>
    internal MailboxAssessor Assessor(bool namedRoot = false) => new(
        new AssessorOptions
        {
            Targets = new TargetOptions { AllowedNetworks = [IPNetwork.Parse("10.203.0.0/24")], PerHostPerMinute = 1_000_000, PerAddressPerMinute = 1_000_000, PerAddressConcurrency = 1_000 },
            ProbeKeep = TimeSpan.Zero, // every round is to be a measurement
            TrustedRoots = namedRoot ? [X509CertificateLoader.LoadCertificateFromFile(Authority)] : [],
        },
        TimeProvider.System);

    /// <summary>Where its Postfix takes mail in; only the benchmark that needs it starts one.</summary>
    internal IReadOnlyList<MailEndpoint> Submission { get; } = MailEndpoint.SubmissionOf(HostName.Parse(server.Host));

    /// <summary>Looks at all endpoints without credentials; a failure is no measurement.</summary>
    /// <param name="assessor">Who looks.</param>
    /// <param name="token">Stops it.</param>
    /// <param name="withSending">Whether at those for sending, too.</param>
    internal async Task<AssessmentFacts> ProbeAsync(MailboxAssessor assessor, CancellationToken token, bool withSending = false)
    {
        var facts = await assessor.AssessAsync(new AssessmentSubject(withSending ? [.. Endpoints, .. Submission] : Endpoints, null, AssessmentLimits.Default), null, token);
        if (facts.Endpoints.FirstOrDefault(x => !x.Probe.Usable) is { } bad)
            throw new InvalidOperationException($"{bad.Probe.Endpoint.Authority} was not usable: {bad.Probe.Failure}");
        return facts;
    }

    /// <summary>Signs in over both protocols, sizes up and fetches samples; a failure is no measurement.</summary>
    /// <param name="assessor">Who looks.</param>
    /// <param name="samples">How many messages to fetch over each protocol.</param>
    /// <param name="token">Stops it.</param>
    /// <param name="withSending">Whether to sign in for sending, too.</param>
    /// <param name="told">Told of each result; null for nobody.</param>
    internal async Task<AssessmentFacts> AssessAsync(MailboxAssessor assessor, int samples, CancellationToken token, bool withSending = false, IProgress<AssessmentEvent>? told = null)
    {
        var facts = await AssessAsync(assessor, Username, AssessmentLimits.Default with { Samples = samples }, token, withSending, told);
        if (withSending && !facts.Of(MailProtocol.Submission).Any(x => x.SignIn.Outcome == SignInOutcome.Accepted))
            throw new InvalidOperationException("Nobody signed in for sending.");
        if (facts.Imap is not { Messages: Messages, Quota: not null } || facts.Pop3 is not { Messages: > 0 } || (samples > 0 && facts.Imap.Fetch is not { Samples: >= 5 }))
            throw new InvalidOperationException($"The assessment is not whole: {facts.Imap} {facts.Pop3}");
        return facts;
    }

    /// <summary>The same of the mailbox that is fetched whole.</summary>
    internal async Task<AssessmentFacts> AssessFetchedAsync(MailboxAssessor assessor, CancellationToken token)
    {
        var facts = await AssessAsync(assessor, Server.FetchedUsername, AssessmentLimits.Default with { Deadline = TimeSpan.FromSeconds(60) }, token);
        if (facts is not { Imap: { Messages: FetchedMessages, Fetch: not null }, Pop3: { Messages: > 0, Fetch: not null } })
            throw new InvalidOperationException($"The assessment is not whole: {facts.Imap} {facts.Pop3}");
        return facts;
    }

    private async Task<AssessmentFacts> AssessAsync(
        MailboxAssessor assessor, string username, AssessmentLimits limits, CancellationToken token, bool withSending = false, IProgress<AssessmentEvent>? told = null)
    {
        IReadOnlyList<MailEndpoint> endpoints = withSending ? [.. Endpoints, .. Submission] : Endpoints;
        var facts = await assessor.AssessAsync(new AssessmentSubject(endpoints, Credentials.WithPassword(username, new Secret(Password)), limits), told, token);
        var failure = facts.Endpoints.SelectMany(x => x.Probe.Steps.Concat(x.SessionSteps)).FirstOrDefault(step => step.Failure is not null)?.Failure;
        return failure is null && facts.Complete ? facts : throw new InvalidOperationException($"The assessment failed: {failure?.ToString() ?? "deadline"}");
    }
}
