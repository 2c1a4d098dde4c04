using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery.Autoconfig;

/// <summary>
/// The domain's own settings file, at the two places where clients look over https, and over http, where anybody on the way could have
/// written it. An address is sent to the first place only: servers there may answer by user. Where names below the domain are given out to
/// strangers, the first place may be one of theirs, and is not trusted.
/// </summary>
internal sealed class AutoconfigSource(PublishedFiles files, PublicSuffixList suffixes)
{
    /// <summary>The two places over https.</summary>
    internal IReadOnlyList<Inquiry> For(DiscoveryQuestion question, Deadline deadline) =>
    [
        files.At(DiscoverySource.Autoconfig, Place(question.Domain, question), question, deadline, !suffixes.GivesNamesOut(question.Domain)),
        files.At(DiscoverySource.Autoconfig, WellKnown(question.Domain), question, deadline),
    ];

    /// <summary>The place over http: no address, no trust.</summary>
    internal Inquiry OverHttp(DiscoveryQuestion question, Deadline deadline) => files.At(
        DiscoverySource.Autoconfig, new Uri($"http://autoconfig.{question.Domain}/mail/config-v1.1.xml"), question, deadline);

    /// <summary>The place at the domain itself.</summary>
    internal static Uri WellKnown(HostName domain) => new($"https://{domain}/.well-known/autoconfig/mail/config-v1.1.xml");

    /// <summary>The first place of a provider, asked for the question's address or one that stands for it.</summary>
    internal static Uri Place(HostName provider, DiscoveryQuestion question) =>
        new($"https://autoconfig.{provider}/mail/config-v1.1.xml?emailaddress={Uri.EscapeDataString(AddressForm.Sent(question).ToString())}");
}
