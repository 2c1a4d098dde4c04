using System.Globalization;

namespace ProtocolAdvisor.RealServers;

/// <summary>Turns what a provider publishes into its zone and its pages, once it is known where the servers listen.</summary>
internal sealed class Publication(MailProvider provider, DovecotServer mail, PostfixServer? submission, ProviderWeb web)
{
    private const string SettingsPath = "/mail/config-v1.1.xml";
    private const string WellKnownPath = "/.well-known/autoconfig/mail/config-v1.1.xml";
    private const string PaccPath = "/.well-known/user-agent-configuration.json";

    private readonly string domain = provider.AsciiDomain;
    private readonly string pacc = new PaccFile(provider.Domain, provider.ImapHost, provider.Pop3Host, provider.SubmissionHost).Write();

    private readonly Dictionary<string, AutoconfigServer> servers = new()
    {
        ["imaps"] = new("imap", provider.ImapHost, mail.Port(DovecotListener.Imaps), "SSL"),
        ["imap"] = new("imap", provider.ImapHost, mail.Port(DovecotListener.Imap), "STARTTLS"),
        ["pop3s"] = new("pop3", provider.Pop3Host, mail.Port(DovecotListener.Pop3s), "SSL"),
        ["pop3"] = new("pop3", provider.Pop3Host, mail.Port(DovecotListener.Pop3), "STARTTLS"),
        ["submissions"] = new("smtp", provider.SubmissionHost, submission?.Port(PostfixListener.Submissions) ?? 465, "SSL"),
        ["submission"] = new("smtp", provider.SubmissionHost, submission?.Port(PostfixListener.Submission) ?? 587, "STARTTLS"),
    };

    /// <summary>The names that the mail server's certificate must be valid for.</summary>
    public static IEnumerable<string> CertificateNames(MailProvider provider) => provider.CertificateNames ?? MailNames(provider);

    public void ServePages(string catalogueHost, string cataloguePath)
    {
        var settings = Page.Xml(new AutoconfigFile(provider.Domain, [.. provider.AutoconfigServers([.. servers.Values])]).Write());
        if (Publishes(AutoconfigPlaces.Subdomain))
            web.Serve("autoconfig." + domain, SettingsPath, settings);
        if (Publishes(AutoconfigPlaces.WellKnown))
            web.Serve(domain, WellKnownPath, settings);
        if (Publishes(AutoconfigPlaces.Http))
            web.ServeHttp("autoconfig." + domain, SettingsPath, settings);
        if (Publishes(AutoconfigPlaces.Catalogue))
            web.Serve(catalogueHost, cataloguePath + domain, settings);
        if (provider.Pacc != PaccPublication.None)
            web.Serve("ua-auto-config." + domain, PaccPath, Page.Json(pacc));
    }

    public DnsZone Zone() => new(provider.Domain,
    [
        .. MailNames(provider).Select(name => $"{name}. A {mail.Address}"),
        .. WebNames().Select(name => $"{name}. A {web.Address}"),
        .. provider.MailExchangers.Select((host, i) => string.Create(CultureInfo.InvariantCulture, $"@ MX {(i + 1) * 10} {host}.")),
        .. provider.Services.Select(SrvLine),
        .. PaccLines(),
        .. provider.Records.Select(line => line
            .Replace("%MAIL%", mail.Address.ToString(), StringComparison.Ordinal)
            .Replace("%WEB%", web.Address.ToString(), StringComparison.Ordinal)),
    ]);

    private static IEnumerable<string> MailNames(MailProvider provider)
    {
        string[] named = [provider.ImapHost, provider.Pop3Host, provider.SubmissionHost, .. provider.MailExchangers];
        return named.Where(name => name.EndsWith("." + provider.AsciiDomain, StringComparison.Ordinal))
            .Concat(provider.FurtherNames.Select(name => name == "@" ? provider.AsciiDomain : $"{name}.{provider.AsciiDomain}"))
            .Distinct();
    }

    private IEnumerable<string> WebNames()
    {
        if (Publishes(AutoconfigPlaces.Subdomain) || Publishes(AutoconfigPlaces.Http))
            yield return "autoconfig." + domain;
        if (Publishes(AutoconfigPlaces.WellKnown))
            yield return domain;
        if (provider.Pacc != PaccPublication.None)
            yield return "ua-auto-config." + domain;
    }

    private IEnumerable<string> PaccLines()
    {
        // A digest over one space more: as when the file was edited after its record was made.
        if (provider.Pacc is PaccPublication.Vouched or PaccPublication.WrongDigest)
            yield return $"_ua-auto-config TXT \"{PaccFile.Digest(provider.Pacc == PaccPublication.Vouched ? pacc : pacc + " ")}\"";
    }

    private string SrvLine(ServiceRecord record)
    {
        var (host, port) = (record.Host ?? servers[record.Service].Host, record.Port ?? servers[record.Service].Port);
        return string.Create(
            CultureInfo.InvariantCulture, $"_{record.Service}._tcp SRV {record.Priority} {record.Weight} {port} {host.TrimEnd('.')}.");
    }

    private bool Publishes(AutoconfigPlaces place) => provider.Autoconfig.HasFlag(place);
}
