using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor;

/// <summary>What one assessment is asked to look at. It cannot be invalid: strings were judged at the door.</summary>
public sealed record AssessmentSubject
{
    /// <summary>A subject with named endpoints, or with an address or a domain whose endpoints are to be discovered.</summary>
    /// <param name="endpoints">The endpoints to probe; empty to discover them from <paramref name="email"/> or <paramref name="domain"/>.</param>
    /// <param name="credentials">With them the run signs in and measures; null for reconnaissance only.</param>
    /// <param name="limits">How long and how much.</param>
    /// <param name="email">The user's address, where it is known: it is kept out of everything that servers say.</param>
    /// <param name="domain">The mail domain, where nothing else is known: its servers are found and probed, and no mailbox is looked at.</param>
    /// <exception cref="ArgumentException">Neither endpoints nor an address nor a domain are given; or a domain beside something else.</exception>
    public AssessmentSubject(
        IReadOnlyList<MailEndpoint> endpoints, Credentials? credentials, AssessmentLimits limits, EmailAddress? email = null, HostName? domain = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (endpoints.Count == 0 && email is null && domain is null) throw new ArgumentException("Endpoints, an address or a domain are needed.", nameof(endpoints));
        if (domain is not null && (endpoints.Count > 0 || email is not null || credentials is not null))
            throw new ArgumentException("A domain is looked at by itself: it has no mailbox, and its servers are discovered.", nameof(domain));
        (Endpoints, Credentials, Limits, Email, Domain) = (endpoints, credentials, limits, email, domain ?? email?.Domain);
    }

    /// <summary>The endpoints that the caller named; empty when they are to be discovered.</summary>
    public IReadOnlyList<MailEndpoint> Endpoints { get; }

    /// <summary>What to sign in with.</summary>
    public Credentials? Credentials { get; }

    /// <summary>The run's bounds.</summary>
    public AssessmentLimits Limits { get; init; }

    /// <summary>The user's address.</summary>
    public EmailAddress? Email { get; }

    /// <summary>The mail domain: the address's, or the one that was named; null where only endpoints were.</summary>
    public HostName? Domain { get; }

    /// <summary>Whether the user name of <see cref="Credentials"/> is only presumed (the address), so that published settings may say another form.</summary>
    public bool UsernameIsPresumed { get; init; }

    /// <summary>Whether the address's local part may be sent to web servers that publish settings.</summary>
    public bool MaySendAddress { get; init; }

    /// <summary>The politeness of the audit of which this is one subject; null where somebody asks for himself. It concerns runs without credentials only.</summary>
    public AuditPoliteness? Audit { get; init; }

    /// <summary>What discovery is to find out; null when the endpoints are named.</summary>
    public DiscoveryQuestion? Question => Endpoints.Count == 0 ? new DiscoveryQuestion(Domain!, Email, MaySendAddress) { Audit = Audit } : null;
}

/// <summary>The bounds of one run.</summary>
/// <param name="Deadline">When the report must be there, from the start of the run; 1–60 s.</param>
/// <param name="Samples">Messages to fetch for each protocol, 0–50; 0 fetches nothing.</param>
/// <param name="MaxSampleBytes">Most bytes to fetch as samples for each protocol.</param>
public sealed record AssessmentLimits(TimeSpan Deadline, int Samples, long MaxSampleBytes)
{
    /// <summary>15 s, 10 samples, 4 MiB.</summary>
    public static AssessmentLimits Default { get; } = new(TimeSpan.FromSeconds(15), 10, 4 << 20);

    /// <summary>The part of them that bounds a measurement.</summary>
    internal SampleLimits Sampling => new(Samples, MaxSampleBytes);
}
