using ProtocolAdvisor.Providers;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Findings;

/// <summary>
/// What is publicly known of a provider and may be why its server refused a password in general words. It stands behind the server's own
/// words: where they name a cause, where a token was refused, and where the same credentials were accepted elsewhere, there is none.
/// </summary>
/// <param name="Code">The cause.</param>
/// <param name="Confidence">How sure it is; never certain.</param>
/// <param name="Fact">What is known.</param>
internal sealed record ProviderCause(FindingCode Code, FindingConfidence Confidence, ProviderFact Fact)
{
    /// <summary>The causes of the refusal at an endpoint, the likeliest first; none where it was no refusal of this kind.</summary>
    public static IReadOnlyList<ProviderCause> Of(Case c, EndpointFacts endpoint)
    {
        if (c.Provider is not { } match || !endpoint.SignIn.IsGeneralRefusal || NamesAnother(endpoint)
            || c.Facts.Endpoints.Any(x => x.SignIn.Outcome == SignInOutcome.Accepted)
            || !ProviderReading.Concerns(match, endpoint.Probe)) return [];
        var protocol = endpoint.Probe.Endpoint.Protocol;
        var password = IsMadeAlready(c, endpoint) ? null
            : OfPassword(match.Provider.PasswordFor(protocol)) ?? OfPassword(match.Provider.PasswordWithSecondFactorFor(protocol));
        var off = OfSwitch(match.Provider.SwitchFor(protocol));
        return [.. new[] { password, Behind(password, off) }.OfType<ProviderCause>().OrderBy(x => x.Confidence)];
    }

    /// <summary>Whether a finding is one of these causes.</summary>
    public static bool Is(FindingCode code) => code is FindingCode.ProviderWantsAppPassword or FindingCode.ProviderWantsAuthorisationCode
        or FindingCode.ProviderWantsMailPassword or FindingCode.ProviderOauthOnly or FindingCode.ProviderAccessOff;

    /// <summary>Whether what was refused looks like the very thing that the provider wants: then it is to be checked, or made anew.</summary>
    public static bool IsMadeAlready(Case c, EndpointFacts endpoint)
    {
        if (c.Provider is not { } match || !endpoint.SignIn.LooksLikeAppPassword) return false;
        var protocol = endpoint.Probe.Endpoint.Protocol;
        return new[] { match.Provider.PasswordFor(protocol), match.Provider.PasswordWithSecondFactorFor(protocol) }
            .Any(x => x?.SignIn is PasswordSignIn.AppPassword or PasswordSignIn.AuthorisationCode);
    }

    // What a server says beside its refusal counts as well.
    private static bool NamesAnother(EndpointFacts endpoint) => endpoint.Probe.Alerts
        .Any(x => SignInRefusal.Known(x, endpoint.Probe.Endpoint.Protocol) is { Reason: not (SignInReason.AuthBadCredentials or SignInReason.AuthTemporaryFailure) });

    private static ProviderCause? OfPassword(PasswordFact? fact)
    {
        FindingCode? code = fact?.SignIn switch
        {
            PasswordSignIn.AppPassword => FindingCode.ProviderWantsAppPassword,
            PasswordSignIn.AuthorisationCode => FindingCode.ProviderWantsAuthorisationCode,
            PasswordSignIn.MailPassword => FindingCode.ProviderWantsMailPassword,
            PasswordSignIn.No => FindingCode.ProviderOauthOnly,
            PasswordSignIn.Yes or null => null,
        };
        return code is null ? null : new(code.Value, fact!.WithSecondFactorOnly ? FindingConfidence.Possible : FindingConfidence.Likely, fact);
    }

    private static ProviderCause? OfSwitch(SwitchFact? fact) => fact?.State switch
    {
        SwitchState.Off or SwitchState.Unavailable => new(FindingCode.ProviderAccessOff, FindingConfidence.Likely, fact),
        SwitchState.Administrator => new(FindingCode.ProviderAccessOff, FindingConfidence.Possible, fact),
        SwitchState.On or null => null,
    };

    // Of two causes one is the likelier.
    private static ProviderCause? Behind(ProviderCause? first, ProviderCause? other) =>
        first is { Confidence: FindingConfidence.Likely } && other is not null ? other with { Confidence = FindingConfidence.Possible } : other;
}
