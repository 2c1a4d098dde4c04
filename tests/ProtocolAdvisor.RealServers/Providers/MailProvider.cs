namespace ProtocolAdvisor.RealServers;

/// <summary>A mail domain, and what its operator publishes about the servers. Nothing at all unless told otherwise.</summary>
/// <param name="Domain">The mail domain; an international one as people write it.</param>
public sealed record MailProvider(string Domain)
{
    /// <summary>The servers' names. They resolve where they are within the domain; hosted mail names those of another provider.</summary>
    public string ImapHost { get; init; } = "imap." + DnsZone.Ascii(Domain);

    /// <inheritdoc cref="ImapHost"/>
    public string Pop3Host { get; init; } = "pop3." + DnsZone.Ascii(Domain);

    /// <summary>The submission server's name.</summary>
    public string SubmissionHost { get; init; } = "smtp." + DnsZone.Ascii(Domain);

    /// <summary>Where the settings file is published.</summary>
    public AutoconfigPlaces Autoconfig { get; init; }

    /// <summary>What the settings file says, made from the servers there are (imaps, imap, pop3s, pop3, submission): another order, fewer, wrong ports.</summary>
    public Func<IReadOnlyList<AutoconfigServer>, IEnumerable<AutoconfigServer>> AutoconfigServers { get; init; } = servers => servers;

    public PaccPublication Pacc { get; init; }

    public IReadOnlyList<ServiceRecord> Services { get; init; } = [];

    /// <summary>Who receives the domain's mail, in order of preference. Names within the domain lead to the mail server.</summary>
    public IReadOnlyList<string> MailExchangers { get; init; } = [];

    /// <summary>Further names of the mail server, relative to the domain: mail, pop, "@" for the domain itself.</summary>
    public IReadOnlyList<string> FurtherNames { get; init; } = [];

    /// <summary>For which names the mail server's certificate is valid; null = for all that lead to it.</summary>
    public IReadOnlyList<string>? CertificateNames { get; init; }

    /// <summary>Further lines of the zone, as <c>* A 127.0.0.1</c>.</summary>
    public IReadOnlyList<string> Records { get; init; } = [];

    /// <summary>User names and passwords.</summary>
    public IReadOnlyDictionary<string, string> Users { get; init; } = new Dictionary<string, string> { ["jane@" + Domain] = "secret" };

    /// <summary>The domain in A-labels.</summary>
    public string AsciiDomain => DnsZone.Ascii(Domain);

    /// <summary>A provider that publishes whatever there is to publish, all of it right.</summary>
    public static MailProvider Exemplary(string domain) => new(domain)
    {
        Autoconfig = AutoconfigPlaces.Subdomain | AutoconfigPlaces.WellKnown,
        Pacc = PaccPublication.Vouched,
        Services = ServiceRecord.All,
        MailExchangers = ["mx." + DnsZone.Ascii(domain)],
        FurtherNames = ["mail"],
    };
}

/// <summary>Where a settings file may be published.</summary>
[Flags]
public enum AutoconfigPlaces
{
    None = 0,

    /// <summary>https://autoconfig.D/mail/config-v1.1.xml</summary>
    Subdomain = 1,

    /// <summary>https://D/.well-known/autoconfig/mail/config-v1.1.xml</summary>
    WellKnown = 2,

    /// <summary>http://autoconfig.D/mail/config-v1.1.xml; where it stands alone, https shows another site's certificate.</summary>
    Http = 4,

    /// <summary>The catalogue, <see cref="ProviderPark.Catalogue"/>: somebody else wrote it.</summary>
    Catalogue = 8,
}

/// <summary>Whether the configuration for user agents is published, and whether its digest fits.</summary>
public enum PaccPublication
{
    None,

    /// <summary>With the TXT record that vouches for it.</summary>
    Vouched,

    /// <summary>With a TXT record over other bytes.</summary>
    WrongDigest,

    /// <summary>Without the TXT record.</summary>
    NoDigest,
}
