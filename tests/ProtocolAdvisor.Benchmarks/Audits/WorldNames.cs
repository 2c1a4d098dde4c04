using System.Net;

namespace ProtocolAdvisor.Benchmarks.Audits;

/// <summary>What the world's name server knows: made from the question, so that a hundred thousand domains take no memory.</summary>
/// <param name="scale">How large it is.</param>
internal sealed class WorldNames(AuditScale scale)
{
    private static readonly (string Label, int Port)[] Services =
        [("_imaps", 993), ("_imap", 143), ("_pop3s", 995), ("_pop3", 110), ("_submissions", 465), ("_submission", 587)];

    /// <summary>Where the web sites of a house's customers are.</summary>
    internal static IPAddress WebAddress(int house) => new([127, 0, 3, (byte)(house + 1)]);

    /// <summary>Where nothing listens any more.</summary>
    private static IPAddress Nowhere { get; } = IPAddress.Parse("127.0.4.1");

    /// <summary>Where a house's mail host is.</summary>
    internal static IPAddress MailAddress(int house) => new([127, 0, 2, (byte)(house + 1)]);

    /// <summary>The answer; null for a name that does not exist, empty for one without such records.</summary>
    /// <param name="name">In lower case, without the final dot.</param>
    /// <param name="type">The record type's number.</param>
    internal WorldRecord? Answer(string name, int type)
    {
        var labels = name.Split('.');
        if (labels is not [.. var below, var second, "net"]) return null;
        if (CustomerDomain.HouseOf(second) is { } house && house < scale.Hosts) return OfHouse(below, house, type);
        return CustomerDomain.CustomerOf(second) is { } customer && customer < scale.Domains ? OfCustomer(below, new CustomerDomain(customer, scale.Hosts), type) : null;
    }

    private static WorldRecord? OfHouse(string[] below, int house, int type) => below switch
    {
        [] => WorldRecord.Nothing,
        ["mail"] => At(MailAddress(house), type),
        ["old"] => At(Nowhere, type),
        ["autoconfig"] when house % 2 == 0 => At(WebAddress(house), type),
        _ => null,
    };

    private WorldRecord? OfCustomer(string[] below, CustomerDomain domain, int type)
    {
        if (domain.Publication == Publication.Missing) return null;
        var host = domain.Publication == Publication.Dead ? "old.house0.net" : CustomerDomain.MailHost(domain.House);
        return below switch
        {
            [] when type == WorldRecord.Mx => WorldRecord.OfExchanger(host),
            [] => domain.HasSite(scale.Sites) ? At(WebAddress(domain.House), type) : WorldRecord.Nothing,
            ["autoconfig"] when domain.Publication == Publication.File => At(WebAddress(domain.House), type),
            ["mail"] when domain.Publication == Publication.OwnName => At(MailAddress(domain.House), type),
            [var service, "_tcp"] when domain.Publication is Publication.Records or Publication.Dead && Array.Find(Services, x => x.Label == service) is { Port: > 0 } known =>
                type == WorldRecord.Srv ? WorldRecord.OfService(known.Port, host) : WorldRecord.Nothing,
            _ => null,
        };
    }

    private static WorldRecord At(IPAddress address, int type) => type == WorldRecord.A ? WorldRecord.OfAddress(address) : WorldRecord.Nothing;
}
