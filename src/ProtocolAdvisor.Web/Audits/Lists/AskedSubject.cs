using System.Globalization;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Web.Audits.Lists;

/// <summary>
/// What is asked for one subject, in a text that can be kept: a domain is its name (<c>example.com</c>), a host <c>//mail.example.com</c>, one
/// endpoint <c>imaps://mail.example.com:993</c>. No user's name is in it.
/// </summary>
internal static class AskedSubject
{
    private static readonly IdnMapping Idn = new() { AllowUnassigned = true };

    private static readonly Dictionary<string, (MailProtocol Protocol, ConnectionSecurity Security)> Schemes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["imaps"] = (MailProtocol.Imap, ConnectionSecurity.ImplicitTls),
        ["imap"] = (MailProtocol.Imap, ConnectionSecurity.StartTls),
        ["pop3s"] = (MailProtocol.Pop3, ConnectionSecurity.ImplicitTls),
        ["pop3"] = (MailProtocol.Pop3, ConnectionSecurity.StartTls),
        ["submissions"] = (MailProtocol.Submission, ConnectionSecurity.ImplicitTls),
        ["submission"] = (MailProtocol.Submission, ConnectionSecurity.StartTls),
    };

    /// <summary>A domain, asked by its name.</summary>
    public static string OfDomain(HostName domain) => domain.Value;

    /// <summary>A host's standard endpoints.</summary>
    public static string OfHost(HostName host) => $"//{host.Value}";

    /// <summary>One endpoint.</summary>
    public static string OfEndpoint(MailEndpoint endpoint) =>
        $"{Schemes.First(x => x.Value == (endpoint.Protocol, endpoint.Security)).Key}://{endpoint.Authority}";

    /// <summary>What a scheme of a mail server's URL stands for.</summary>
    public static bool TryScheme(string scheme, out (MailProtocol Protocol, ConnectionSecurity Security) spoken) =>
        Schemes.TryGetValue(scheme, out spoken);

    /// <summary>What is spoken at a standard port; null at any other.</summary>
    public static (MailProtocol Protocol, ConnectionSecurity Security)? AtPort(int port) => Schemes.Values
        .Where(x => x.Protocol.PortFor(x.Security) == port).Select(x => ((MailProtocol, ConnectionSecurity)?)x).FirstOrDefault();

    /// <summary>The mail domain; null where servers are asked.</summary>
    public static HostName? DomainOf(string asked) => IsDomain(asked) ? HostName.Parse(asked) : null;

    private static bool IsDomain(string asked) => !asked.Contains("//", StringComparison.Ordinal);

    /// <summary>The endpoints that are named; none where a domain is asked.</summary>
    public static IReadOnlyList<MailEndpoint> EndpointsOf(string asked)
    {
        if (DomainOf(asked) is not null) return [];
        var begin = asked.IndexOf("//", StringComparison.Ordinal);
        var (scheme, rest) = (asked[..begin].TrimEnd(':'), asked[(begin + 2)..]);
        if (scheme.Length == 0) return MailEndpoint.StandardOf(HostName.Parse(rest));
        var (protocol, security) = Schemes[scheme];
        var end = rest.LastIndexOf(':');
        var port = int.Parse(rest.AsSpan(end + 1), NumberStyles.None, CultureInfo.InvariantCulture);
        return [new MailEndpoint(protocol, HostName.Parse(rest[..end].Trim('[', ']')), port, security)];
    }

    /// <summary>What a run is asked.</summary>
    /// <param name="asked">The subject.</param>
    /// <param name="deadline">When its answer must be there.</param>
    /// <param name="audit">How it treats what it has in common with the others.</param>
    public static AssessmentSubject Subject(string asked, TimeSpan deadline, AuditPoliteness audit)
    {
        var limits = AssessmentLimits.Default with { Deadline = deadline, Samples = 0 };
        return new(EndpointsOf(asked), null, limits, domain: DomainOf(asked)) { Audit = audit };
    }

    /// <summary>Whether everything that it names itself may be dialled.</summary>
    public static bool IsAllowed(string asked, AddressPolicy policy) =>
        IsDomain(asked) || EndpointsOf(asked).All(x => policy.Allows(x.Host) && policy.AllowsPort(x.Port));

    /// <summary>A name as people write it: its international labels in their own letters.</summary>
    public static string Shown(HostName host)
    {
        try
        {
            return host.Address is null && host.Value.Contains("xn--", StringComparison.Ordinal) ? Idn.GetUnicode(host.Value) : host.Value;
        }
        catch (ArgumentException)
        {
            return host.Value;
        }
    }
}
