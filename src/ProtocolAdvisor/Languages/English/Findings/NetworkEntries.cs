using ProtocolAdvisor.Findings;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Languages.English.Findings;

/// <summary>Name and network.</summary>
internal static class NetworkEntries
{
    public static IReadOnlyDictionary<FindingCode, FindingText> All { get; } = new Dictionary<FindingCode, FindingText>
    {
        [DnsNameNotFound] = new(
            "The server name does not exist",
            "Nobody has registered this name, so no mail program can find the server.",
            "Check the spelling, and use the server name that your mail provider publishes.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.PlaceWasFound] = "Nothing that you typed is wrong: the published settings name this server. For the provider: add the name to DNS, or take it out of the settings.",
            },
        },
        [DnsNoAddress] = new(
            "The server name has no address",
            "The name exists, but it does not lead to any machine.",
            "Use the server name that your mail provider publishes. For the provider: add an A or AAAA record.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.PlaceWasFound] = "Nothing that you typed is wrong: the published settings name this server. For the provider: add an A or AAAA record, or take the name out of the settings.",
            },
        },
        [DnsLookupFailed] = new(
            "The server name could not be looked up",
            "The name servers did not answer, or answered with an error. The name itself may be right.",
            "Try again in a few minutes. For the provider: check the domain's name servers and DNSSEC signatures."),
        [LookupImpossible] = new(
            "No name could be looked up from here",
            "Our own name server, or the network to it, does not work just now. So we could not ask anything; that says nothing about your address or your provider.",
            "Check again in a few minutes. Whoever operates this service: check its name servers and its network."),
        [DomainNotFound] = new(
            "This mail domain does not exist",
            "The name servers say that there is no such domain, so no mail can be kept there.",
            "Compare the domain, in an address the part behind the @, letter by letter. If it is right, ask whoever set it up whether it has expired."),
        [HostLikelyMisspelled] = new(
            "The address or the server name looks misspelled",
            "One letter, or the order of two, is all that sets the name apart from a well-known provider's, and it leads to no mail server.",
            "Compare the name letter by letter with the one quoted here, and correct it if that is your provider."),
        [HostNotPublishedOne] = new(
            "Your provider publishes another server name",
            "The name works today, but it is not the one that the provider promises to keep.",
            "Change to the published server name when you next set up a device."),
        [TargetNotAllowed] = new(
            "We do not connect to this address",
            "The address or port is private or reserved, and this service only tests public mail servers. That says nothing about whether it works.",
            "Test it with an installation inside that network, or have its operator allow the address."),
        [TargetBusy] = new(
            "Not asked now, because of a limit of ours",
            "There were many connections or failures at this server just now, so we paused. That says nothing about whether it works.",
            "Check again in a few minutes."),
        [NotExamined] = new(
            "This could not be looked at from here",
            "The place named here is one that this service does not connect to, or one that gave no answer this time. That says nothing about whether it works or what is published there.",
            "Check again later, or test it with an installation inside that network. The operator of this service may also allow the address or the port."),
        [LocalFault] = new(
            "This machine could not connect by itself",
            "The machine that runs this test has no network of the kind that the server needs, such as IPv6, or had nothing left to connect with. That says nothing about the server.",
            "Check again in a few minutes, or from another network. Whoever operates this service: check its network and its limit of open files."),
        [TcpRefused] = new(
            "Nothing answers on this port",
            "The machine is there, but no mail server listens on this port.",
            "Check the port number. If it is the one your provider publishes, the service is likely down: ask the provider.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.PortWasUsual] = "The usual ports of this server were tried. Ask your provider for the server and the port, and whether the service is down.",
                [RemedyVariant.PlaceWasFound] = "The search found this server, so nothing that you typed is wrong. The service is likely down: try again later, or ask your provider. For the provider: start the service, or take the server out of the settings.",
            },
        },
        [TcpTimeout] = new(
            "The server does not answer",
            "The connection attempt was met with silence. Often a firewall is in the way, sometimes the machine is down.",
            "Try from another network, for example a mobile phone's. If it fails there too, ask your provider."),
        [TcpUnreachable] = new(
            "There is no way to the server",
            "The network has no route to this address.",
            "Check the connection and any VPN. If other sites work, tell your provider."),
        [ConnectionReset] = new(
            "The connection is dropped at once",
            "Something cut the connection right at its beginning: a firewall, or a server that has barred this address.",
            "Try from another network, and wait an hour in case of a temporary bar. For the provider: look at the firewall's and the server's logs."),
        [Ipv6BrokenIpv4Ok] = new(
            "IPv6 is published but does not work",
            "From here, the server is reachable over IPv4 only. Mail programs may try IPv6 first and hesitate.",
            "If it is the same from another network, for the provider: make IPv6 work, or remove the AAAA record."),
        [Ipv4BrokenIpv6Ok] = new(
            "IPv4 is published but does not work",
            "From here, the server is reachable over IPv6 only. Many networks do not have IPv6 and cannot reach it.",
            "For the provider: make the IPv4 address work, or correct the A record."),
        [AddressesDisagree] = new(
            "The server's addresses do not all work",
            "The name leads to several machines, and some of them do not answer, or answer differently. Mail may work now and fail a minute later.",
            "For the provider: repair the machines named here, or take them out of the name."),
        [ConnectSlow] = new(
            "The connection to the server is slow",
            "Every question to this server takes long to reach it, however fast the download is.",
            "Nothing is broken. If your provider has a server nearer to you, use that."),
        [AddressCertificateBad] = new(
            "One of the server's addresses shows a bad certificate",
            "The name leads to several machines, and not all of them have a certificate that can be trusted. Mail programs warn, or give up, whenever they meet the wrong one.",
            "Do not accept the warning. For the provider: put the current certificate on the machines named here, and reload them."),
    };
}
