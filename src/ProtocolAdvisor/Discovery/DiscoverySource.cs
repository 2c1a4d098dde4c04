using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>Who can name a mail server, in the order of precedence: an earlier one outranks a later one.</summary>
[JsonConverter(typeof(CamelCase<DiscoverySource>))]
public enum DiscoverySource
{
    /// <summary>The request itself; nothing else is asked then.</summary>
    Explicit,

    /// <summary>The domain's own settings file (draft-ietf-mailmaint-autoconfig).</summary>
    Autoconfig,

    /// <summary>The domain's own configuration for user agents (draft-ietf-mailmaint-pacc).</summary>
    Pacc,

    /// <summary>SRV records (RFC 6186, RFC 8314 §5.1).</summary>
    Srv,

    /// <summary>A catalogue of providers in the format of Thunderbird's ISPDB.</summary>
    Catalogue,

    /// <summary>The settings of whoever receives the domain's mail, by its MX records.</summary>
    Mx,

    /// <summary>Names that servers conventionally have: a guess, tried only where nothing is published.</summary>
    Convention,

    /// <summary>The domain's place for JMAP (RFC 8620 §2.2): it names no server of IMAP or POP3.</summary>
    Jmap,

    /// <summary>
    /// What is publicly known of the provider that was recognised: it names no server, only where access tokens come from.
    /// </summary>
    Provider,
}
