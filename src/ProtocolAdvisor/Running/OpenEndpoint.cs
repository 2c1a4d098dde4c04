using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Running;

/// <summary>An endpoint that may be given a password, with the connection over which that was found out.</summary>
internal sealed record OpenEndpoint(EndpointCandidate Candidate, ProbeResult Probe, MailConnection Connection)
{
    /// <summary>Its facts without a session.</summary>
    internal EndpointFacts Facts(SignInResult signIn) => new(Probe, signIn, []);

    /// <summary>Its facts with what the session has done and said so far.</summary>
    internal EndpointFacts Facts(SignInResult signIn, StepRecorder session) =>
        new(Probe with { Conversation = Connection.Transcript.Lines, Alerts = Connection.Transcript.ShownAlerts }, signIn, [.. session.Steps]);
}
