using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Pasting;

namespace ProtocolAdvisor.Cli.Batch;

/// <summary>One subject of a list.</summary>
/// <param name="Number">Its place among the list's subjects, from 1 on.</param>
/// <param name="Subject">What the list says.</param>
internal sealed record ListedSubject(int Number, PastedSubject Subject)
{
    /// <summary>As people write it.</summary>
    public string Shown => Options.SubjectText.Shown(Subject);

    /// <summary>The mail domain: an address stands for its own. Null where servers are named.</summary>
    public HostName? Domain => Subject switch
    {
        PastedSubject.Mailbox { Address.Domain: var domain } => domain,
        PastedSubject.Domain { Name: var domain } => domain,
        _ => null,
    };

    /// <summary>What is asked: subjects that ask the same are asked once.</summary>
    public string Asked => Domain is { } domain ? $"@{domain}" : Subject.Text;

    /// <summary>What a run is asked: nobody signs in, and nothing is fetched.</summary>
    /// <param name="limits">How long it may take.</param>
    public AssessmentSubject ToAssess(AssessmentLimits limits) => new(Endpoints(), null, limits, domain: Domain) { Audit = new AuditPoliteness { CatalogueFromNetwork = true } };

    private IReadOnlyList<MailEndpoint> Endpoints() => Subject switch
    {
        PastedSubject.Server { Endpoint: { } endpoint } => [endpoint],
        PastedSubject.Server { Host: var host } => MailEndpoint.StandardOf(host),
        _ => [],
    };
}
