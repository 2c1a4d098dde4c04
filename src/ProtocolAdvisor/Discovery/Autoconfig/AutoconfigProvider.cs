using System.Globalization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery.Autoconfig;

/// <summary>One <c>emailProvider</c> on its way to claims. A bad server does not fail the file: it is left out, and an oddity says why.</summary>
internal sealed class AutoconfigProvider
{
    /// <summary>Most servers read, incoming and outgoing together.</summary>
    internal const int MaxServers = 20;

    private const int LongestId = 64;

    private readonly HostName _domain;
    private readonly EmailAddress? _askedWith;
    private readonly OddityList _oddities = new();
    private readonly List<IncomingClaim> _incoming = [];
    private readonly List<OutgoingClaim> _outgoing = [];
    private readonly List<(MailProtocol Protocol, HostName Host)> _misplaced = [];
    private readonly BesideServers _beside;
    private int _leftOut;

    private AutoconfigProvider(HostName domain, EmailAddress? askedWith) =>
        (_domain, _askedWith, _beside) = (domain, askedWith, new BesideServers(domain, askedWith, _oddities.Add));

    /// <summary>Reads the provider's servers; the other parameters are those of <see cref="AutoconfigReader.Read"/>.</summary>
    /// <param name="provider">The provider's element.</param>
    /// <param name="file">The file's root, where it speaks for this provider alone: webmail and OAuth stand there; null otherwise.</param>
    /// <param name="domain">The mail domain.</param>
    /// <param name="askedWith">The address that was sent.</param>
    internal static PublishedSettings Read(MarkupElement provider, MarkupElement? file, HostName domain, EmailAddress? askedWith)
    {
        var reading = new AutoconfigProvider(domain, askedWith);
        foreach (var owner in new[] { provider, file }.OfType<MarkupElement>()) reading._beside.TakeFrom(owner);
        reading.TakeAll([.. provider.Children.Where(x => x.Name is "incomingServer" or "outgoingServer")]);
        return new PublishedSettings(reading._incoming, reading._outgoing, reading._oddities.Remarks, null)
        {
            LeftOut = reading._leftOut,
            Misplaced = reading._misplaced,
            OtherWays = reading._beside.Ways,
            OAuth = reading._beside.OAuth,
            ProviderId = provider.Id is { Length: > 0 and <= LongestId } id ? id : null,
        };
    }

    private void TakeAll(List<MarkupElement> servers)
    {
        if (servers.Count == 0) _oddities.Add(new Remark(RemarkCode.NoServer));
        foreach (var kind in servers.Take(MaxServers).GroupBy(x => x.Name))
        {
            foreach (var (index, server) in kind.Index()) Take(server, index + 1);
        }

        if (servers.Count > MaxServers)
            _oddities.Add(new Remark(RemarkCode.TooManyServers, ("count", servers.Count), ("limit", MaxServers)));
    }

    private void Take(MarkupElement server, int number)
    {
        var type = server.Type?.Trim().ToLowerInvariant() ?? string.Empty;
        var name = string.Create(CultureInfo.InvariantCulture, $"{server.Name} {number}");
        var fields = new ServerFields(server, complaint => _oddities.Add(complaint with { Place = $"{name} ({type})" }));
        switch (server.Name, type)
        {
            case ("incomingServer", _) when AutoconfigWords.IsIncoming(type, out var protocol):
                if (fields.Read(type, _domain, _askedWith) is { } incoming)
                    _incoming.Add(new IncomingClaim(new MailEndpoint(protocol, incoming.Host, incoming.Port, incoming.Security), incoming.Username, incoming.Authentication));
                else LeaveOut(protocol, fields.Misplaced);
                break;
            case ("outgoingServer", "smtp"):
                if (fields.Read(type, _domain, _askedWith) is { } outgoing) _outgoing.Add(outgoing);
                break;
            default:
                if (AutoconfigWords.OtherWay(type) is { } kind)
                {
                    if (server.Name == "incomingServer") _beside.TakeServer(server, kind, name);
                    break;
                }

                if (AutoconfigWords.IsOtherType(type)) break;
                _oddities.Add(new Remark(RemarkCode.TypeUnknown, ("word", OddityList.Shown(type))) { Place = name });
                if (server.Name == "incomingServer") _leftOut++;
                break;
        }
    }

    private void LeaveOut(MailProtocol protocol, HostName? misplaced)
    {
        _leftOut++;
        if (misplaced is not null && !_misplaced.Contains((protocol, misplaced))) _misplaced.Add((protocol, misplaced));
    }
}
