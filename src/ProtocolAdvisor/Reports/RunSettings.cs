using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Settings;

namespace ProtocolAdvisor.Reports;

/// <summary>
/// What a client is to be told of a run, made from its facts and from what was judged: the report's endpoint, and the model behind page,
/// text and files.
/// </summary>
internal sealed class RunSettings
{
    private readonly ReportHeading _heading;
    private readonly Recommendation _advice;
    private readonly ServerChoice _choice;

    private readonly Func<MailProtocol, IReadOnlyList<PreparationStep>> _preparation;
    private readonly string? _provider;

    public RunSettings(ReportHeading heading, AssessmentFacts facts, Judgement judgement)
    {
        (_heading, _advice, _choice) = (heading, judgement.Recommendation, new ServerChoice(facts, heading.SignIn));
        (_provider, _preparation) = (judgement.Provider?.Provider.Name, first => Preparation.Of(facts, judgement.Provider, first));
    }

    /// <summary>The best server of the recommended protocol; null where there is none.</summary>
    public RecommendedEndpoint? Endpoint => _advice.Protocol is { } protocol && _choice.Of(protocol) is [var best, ..]
        ? RecommendedEndpoint.Of(best.Server, _heading.Shown(best.Server.LoginName)) : null;

    /// <summary>The server for sending that goes with these settings; null where none may be told.</summary>
    public RecommendedEndpoint? Outgoing(ClientSettings? settings) =>
        settings?.Outgoing is { } outgoing ? RecommendedEndpoint.Of(outgoing, _heading.Shown(outgoing.LoginName)) : null;

    /// <summary>The settings with the recommended protocol first; null where none is recommended, or no server of it may be told.</summary>
    /// <param name="firstThingToFix">What must be mended before they work, in the reader's language; null where nothing stands against
    /// them.</param>
    public ClientSettings? Recommended(string? firstThingToFix) =>
        _advice.Protocol is { } protocol ? With(protocol, _advice.Plan, firstThingToFix) : null;

    /// <summary>The settings with this protocol first; null where no server of it may be told.</summary>
    /// <param name="first">The protocol.</param>
    /// <param name="plan">What to do beside, made for it.</param>
    /// <param name="firstThingToFix">As for <see cref="Recommended"/>.</param>
    public ClientSettings? With(MailProtocol first, Plan plan, string? firstThingToFix)
    {
        if (_choice.ToTell(first) is not [var best, ..] servers) return null;
        IReadOnlyList<IncomingServer> incoming = [.. servers, .. _choice.Beside(first.Other())];
        var domain = HostName.TryParse(_heading.Subject.Domain, null, out var host) ? host : null;
        return new ClientSettings
        {
            MailDomain = domain,
            Incoming = incoming,
            Outgoing = _choice.Outgoing(incoming, domain),
            Recommended = _advice.Protocol,
            Warnings = _advice.Protocol == first ? [] : Against(first),
            PasswordBeatsPublished = _choice.PasswordBeatsPublished(best.Endpoint),
            FirstThingToFix = firstThingToFix,
            Provider = _provider,
            BeforeYouBegin = _preparation(first),
            Backup = plan.Backup,
            LeaveOnServerDays = plan.LeaveOnServerDays,
            Archive = plan.Archive,
            Migration = plan.Migration,
        };
    }

    /// <summary>The user name at a candidate as a report shows it.</summary>
    public string? UsernameFor(EndpointCandidate candidate) => _heading.Shown(_choice.NameAt(candidate.Endpoint));

    // What speaks against the protocol that was asked for; the decisive reasons where there are some.
    private List<Reason> Against(MailProtocol protocol)
    {
        var against = _advice.Reasons.Where(x => x.Favours != protocol).ToList();
        return against.Exists(x => x.Decisive) ? against.FindAll(x => x.Decisive) : against;
    }
}
