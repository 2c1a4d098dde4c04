using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Settings;

/// <summary>
/// Something that a client cannot do although these settings ask for it. Clients change: each entry says when it was seen to be true, and
/// where.
/// </summary>
/// <param name="Code">Which one; the words are in a table.</param>
/// <param name="Applies">Whether these settings ask for it.</param>
/// <param name="Observed">The last day on which the source was seen to say so.</param>
/// <param name="Source">Where it can be looked up.</param>
internal sealed record ClientCaveat(CaveatCode Code, Func<ClientSettings, bool> Applies, DateOnly Observed, string Source)
{
    /// <summary>Every caveat, in the order in which they are told.</summary>
    public static IReadOnlyList<ClientCaveat> All { get; } =
    [
        new(CaveatCode.ThunderbirdOAuthOnlyWhereKnown, WantsOAuthThatThunderbirdLacks, new(2026, 11, 27),
            "https://searchfox.org/comm-central/source/mailnews/base/src/OAuth2Providers.sys.mjs"),
        new(CaveatCode.ThunderbirdWithoutScram, x => x.Best.CommonWays.Count < x.Best.Authentication.Count, new(2026, 11, 27),
            "https://searchfox.org/comm-central/source/mailnews/base/public/MailNewsTypes2.idl"),
        new(CaveatCode.AppleProfileWithoutOAuth, UsesOAuth, new(2026, 11, 24),
            "https://github.com/apple/device-management/blob/release/mdm/profiles/com.apple.mail.managed.yaml"),
        new(CaveatCode.AppleProfileWithoutLeaveOnServer, LeavesMessages, new(2026, 11, 24),
            "https://github.com/apple/device-management/blob/release/mdm/profiles/com.apple.mail.managed.yaml"),
        new(CaveatCode.ThunderbirdAndroidPop3WithoutOAuth, x => UsesPop3(x) && UsesOAuth(x), new(2026, 7, 25),
            "https://github.com/thunderbird/thunderbird-android/issues/7358"),
        new(CaveatCode.ThunderbirdAndroidRemovesNothing, x => UsesPop3(x) && x.LeaveOnServerDays is not null, new(2024, 7, 24),
            "https://github.com/thunderbird/thunderbird-android/issues/4348"),
    ];

    /// <summary>Those that apply to these settings.</summary>
    public static IEnumerable<ClientCaveat> Of(ClientSettings settings) => All.Where(x => x.Applies(settings));

    private static bool UsesPop3(ClientSettings settings) => settings.Best.Endpoint.Protocol == MailProtocol.Pop3;

    private static bool UsesOAuth(ClientSettings settings) => settings.Best.Authentication[0] == AuthenticationMethod.OAuth2;

    private static bool WantsOAuthThatThunderbirdLacks(ClientSettings settings) =>
        UsesOAuth(settings) && !ThunderbirdSignIn.Takes(settings.Best);

    private static bool LeavesMessages(ClientSettings settings) => UsesPop3(settings) && settings.LeaveOnServerDays > 0;
}

/// <summary>The caveats' codes.</summary>
internal enum CaveatCode
{
    /// <summary>Thunderbird has OAuth for the providers that it knows.</summary>
    ThunderbirdOAuthOnlyWhereKnown,

    /// <summary>Thunderbird has no SCRAM.</summary>
    ThunderbirdWithoutScram,

    /// <summary>Apple's profiles cannot set up OAuth.</summary>
    AppleProfileWithoutOAuth,

    /// <summary>Apple's profiles cannot say how long messages stay on the server.</summary>
    AppleProfileWithoutLeaveOnServer,

    /// <summary>Thunderbird for Android and K-9 Mail have no OAuth for POP3.</summary>
    ThunderbirdAndroidPop3WithoutOAuth,

    /// <summary>Thunderbird for Android and K-9 Mail never remove what POP3 fetched.</summary>
    ThunderbirdAndroidRemovesNothing,
}
