using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>Whose mail servers are looked for.</summary>
/// <param name="Domain">The mail domain.</param>
/// <param name="Email">The address, where it is known.</param>
/// <param name="MaySendAddress">Whether the caller allows the local part to be sent, over https, to web servers that publish settings; else a placeholder goes in its stead.</param>
public sealed record DiscoveryQuestion(HostName Domain, EmailAddress? Email = null, bool MaySendAddress = false);
