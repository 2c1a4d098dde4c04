using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>Whose mail servers are looked for.</summary>
/// <param name="Domain">The mail domain.</param>
/// <param name="Email">The address, where it is known.</param>
/// <param name="MaySendAddress">Whether the caller allows the local part to be sent, over https, to web servers that publish settings;
/// otherwise a placeholder is sent.</param>
public sealed record DiscoveryQuestion(HostName Domain, EmailAddress? Email = null, bool MaySendAddress = false)
{
    /// <summary>The politeness of the audit that asks; null where somebody asks for himself.</summary>
    public AuditPoliteness? Audit { get; init; }
}
