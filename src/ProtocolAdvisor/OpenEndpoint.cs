using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor;

/// <summary>An endpoint that may be given a password, with the connection over which that was found out.</summary>
internal sealed record OpenEndpoint(EndpointCandidate Candidate, ProbeResult Probe, MailConnection Connection);
