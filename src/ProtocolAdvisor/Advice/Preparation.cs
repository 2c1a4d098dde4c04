using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Providers;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Advice;

/// <summary>
/// What must be done at a provider before a mail program can be set up, as far as that is publicly known. What a sign-in of this run has
/// proved to be done is left out. Pure.
/// </summary>
internal static class Preparation
{
    /// <summary>The steps, in the order in which they are to be taken; empty where nothing is known to be needed.</summary>
    /// <param name="facts">The run.</param>
    /// <param name="provider">Whose mailbox it is; null where that is not known.</param>
    /// <param name="advised">The recommended protocol; null for neither.</param>
    public static IReadOnlyList<PreparationStep> Of(AssessmentFacts facts, ProviderMatch? provider, MailProtocol? advised)
    {
        if (provider is null || !ProviderReading.ConcernsMailbox(provider, facts)) return [];
        var known = provider.Provider;
        if (known.StandardAccess is { } access)
            return facts.HasUsable ? [] : [InPlaceOf(access, facts)];
        var protocols = Wanted(facts, advised);
        var isLetIn = IsLetIn(facts);
        return
        [
            .. protocols.SelectMany(x => Switches(known, x, facts)),
            .. isLetIn ? [] : protocols.SelectMany(x => Passwords(known, x, facts)).DistinctBy(x => x.Code)
                .Concat(protocols.SelectMany(x => Names(known, x, facts)).DistinctBy(x => x.Code)),
            .. isLetIn ? [] : MailProtocols.Compared.Except(protocols).SelectMany(x => Switches(known, x, facts))
                .Where(x => IsToSwitch(x, known, protocols)).Select(x => x with { OnlyIfChosen = true }),
        ];
    }

    // What was refused may have to be switched on as well, whatever is recommended.
    private static IReadOnlyList<MailProtocol> Wanted(AssessmentFacts facts, MailProtocol? advised) =>
    [
        .. Enum.GetValues<MailProtocol>()
            .Where(x => advised is null || x == advised || facts.Of(x).Any(y => y.SignIn.Outcome == SignInOutcome.Rejected)),
    ];

    // A switch for both protocols has been told; and that a plan lacks what nobody recommends is nothing to do.
    private static bool IsToSwitch(PreparationStep step, Provider known, IReadOnlyList<MailProtocol> told) =>
        step.Code is not (PreparationCode.PlanLacksImap or PreparationCode.PlanLacksPop3)
        && !known.Switches.Any(x => x.Plan is null && x.Address == step.Address && x.Protocols.Count != 1 && told.Any(x.Concerns));

    private static bool IsLetIn(AssessmentFacts facts) => facts.Endpoints.Any(x => x.SignIn.Outcome == SignInOutcome.Accepted);

    private static IEnumerable<PreparationStep> Switches(Provider provider, MailProtocol protocol, AssessmentFacts facts) =>
        from fact in provider.Switches
        where fact.Concerns(protocol) && !IsProvedOn(fact, facts)
        let code = CodeOf(fact, protocol)
        where code is not null
        select Step(code.Value, fact, fact.Address, facts) with { Plan = fact.Plan };

    // One switch may be for both protocols: then whoever is let in over one has it on.
    private static bool IsProvedOn(SwitchFact fact, AssessmentFacts facts) =>
        MailProtocols.Compared.Any(x => fact.Concerns(x) && facts.Of(x).Any(y => y.IsAccepted));

    // Of a plan that is not known to be the user's, only what it lacks is told.
    private static PreparationCode? CodeOf(SwitchFact fact, MailProtocol protocol) => (fact.State, protocol) switch
    {
        (SwitchState.Unavailable, MailProtocol.Imap) => PreparationCode.PlanLacksImap,
        (SwitchState.Unavailable, MailProtocol.Pop3) => PreparationCode.PlanLacksPop3,
        _ when fact.Plan is not null => null,
        (SwitchState.Off, MailProtocol.Imap) => PreparationCode.SwitchOnImap,
        (SwitchState.Off, MailProtocol.Pop3) => PreparationCode.SwitchOnPop3,
        (SwitchState.Administrator, MailProtocol.Imap) => PreparationCode.AskForImap,
        (SwitchState.Administrator, MailProtocol.Pop3) => PreparationCode.AskForPop3,
        _ => null,
    };

    private static IEnumerable<PreparationStep> Passwords(Provider provider, MailProtocol protocol, AssessmentFacts facts)
    {
        var account = protocol;
        var fact = provider.PasswordFor(account);
        if (fact is null or { SignIn: PasswordSignIn.Yes }) fact = provider.PasswordWithSecondFactorFor(account);
        if (fact is null) yield break;
        PreparationCode? code = fact.SignIn switch
        {
            PasswordSignIn.AppPassword or PasswordSignIn.AuthorisationCode when LooksMade(facts) => PreparationCode.CheckAppPassword,
            PasswordSignIn.AppPassword when fact.WithSecondFactorOnly => PreparationCode.CreateAppPasswordWithSecondFactor,
            PasswordSignIn.AppPassword => PreparationCode.CreateAppPassword,
            PasswordSignIn.AuthorisationCode => PreparationCode.CreateAuthorisationCode,
            PasswordSignIn.MailPassword => PreparationCode.SetMailPassword,
            PasswordSignIn.No => PreparationCode.UseOauth2,
            PasswordSignIn.Yes => null,
        };
        var page = fact.SignIn == PasswordSignIn.No ? null
            : provider.AppPasswordPages.FirstOrDefault(x => x.Plan is null && x.Concerns(account))?.Address;
        if (code is null) yield break;
        yield return Step(code.Value, fact, page, facts) with
        {
            OrOAuth2 = code == PreparationCode.CreateAppPassword && provider.OAuth.Any(x => x.Concerns(account)),
        };
    }

    private static bool LooksMade(AssessmentFacts facts) =>
        facts.Endpoints.Any(x => x.SignIn is { LooksLikeAppPassword: true, IsGeneralRefusal: true });

    private static IEnumerable<PreparationStep> Names(Provider provider, MailProtocol protocol, AssessmentFacts facts) =>
        from fact in provider.Login
        where fact.Plan is null && fact.Concerns(protocol)
        let code = fact.Name switch
        {
            LoginForm.LocalPart => PreparationCode.UseLocalPart,
            LoginForm.AccountName => PreparationCode.UseAccountName,
            LoginForm.MainAddressOnly => PreparationCode.UseMainAddress,
            LoginForm.Address or LoginForm.AliasToo => (PreparationCode?)null,
        }
        where code is not null
        select Step(code.Value, fact, null, facts);

    private static PreparationStep InPlaceOf(StandardAccessFact access, AssessmentFacts facts) => Step(
        access.Access switch
        {
            StandardAccess.None => PreparationCode.UseOwnPrograms,
            StandardAccess.BridgeOnly => PreparationCode.InstallBridge,
        },
        access, access.Address, facts);

    private static PreparationStep Step(PreparationCode code, ProviderFact fact, Uri? address, AssessmentFacts facts) =>
        new(code, address, fact.Source, fact.Checked) { IsOld = fact.IsOld(ProviderReading.DayOf(facts.StartedAt)) };
}

/// <summary>One thing to do before a mail program is set up.</summary>
/// <param name="Code">What.</param>
/// <param name="Address">The page where it is done, or which says how; null where none is known.</param>
/// <param name="Source">Where it is known from.</param>
/// <param name="Checked">The day on which that was last looked up.</param>
public sealed record PreparationStep(PreparationCode Code, Uri? Address, Uri Source, DateOnly Checked)
{
    /// <summary>The plan that it is about, as the provider names it; null for every plan.</summary>
    public string? Plan { get; init; }

    /// <summary>Whether OAuth 2.0 in a mail program that has it will do as well.</summary>
    public bool OrOAuth2 { get; init; }

    /// <summary>Whether it is needed only by whoever takes the protocol that is not recommended.</summary>
    public bool OnlyIfChosen { get; init; }

    /// <summary>Whether that was so long ago that it must be said.</summary>
    public bool IsOld { get; init; }
}

/// <summary>What can be needed before a mail program is set up.</summary>
[JsonConverter(typeof(KebabCase<PreparationCode>))]
public enum PreparationCode
{
    /// <summary>Use the provider's own programs: it speaks no standard protocol.</summary>
    UseOwnPrograms,

    /// <summary>Install the provider's bridge.</summary>
    InstallBridge,

    /// <summary>Switch IMAP on.</summary>
    SwitchOnImap,

    /// <summary>Switch POP3 on.</summary>
    SwitchOnPop3,

    /// <summary>Ask the organisation's administrator for IMAP.</summary>
    AskForImap,

    /// <summary>Ask the organisation's administrator for POP3.</summary>
    AskForPop3,

    /// <summary>A plan has no IMAP.</summary>
    PlanLacksImap,

    /// <summary>A plan has no POP3.</summary>
    PlanLacksPop3,

    /// <summary>Create an app password: the user's own is refused.</summary>
    CreateAppPassword,

    /// <summary>Create an app password where a second factor is switched on.</summary>
    CreateAppPasswordWithSecondFactor,

    /// <summary>Check the app password that was refused, or create a new one.</summary>
    CheckAppPassword,

    /// <summary>Have an authorisation code made.</summary>
    CreateAuthorisationCode,

    /// <summary>Set the separate password for mail.</summary>
    SetMailPassword,

    /// <summary>Use a program that signs in by OAuth 2.0.</summary>
    UseOauth2,

    /// <summary>The user name is what stands before the at sign.</summary>
    UseLocalPart,

    /// <summary>The user name is one that the provider gave.</summary>
    UseAccountName,

    /// <summary>The user name is the account's main address, no alias.</summary>
    UseMainAddress,
}
