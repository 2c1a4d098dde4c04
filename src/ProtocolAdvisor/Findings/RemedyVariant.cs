namespace ProtocolAdvisor.Findings;

/// <summary>
/// What was found out in this run and makes the usual remedy of a finding wrong: what was tried, and what nobody typed, is no advice.
/// </summary>
public enum RemedyVariant
{
    /// <summary>Nothing: the usual remedy fits.</summary>
    Usual,

    /// <summary>A search found the host and the port: nobody typed them, so nobody can have typed them wrongly.</summary>
    PlaceWasFound,

    /// <summary>Only the host was named, and its usual ports were tried: no port was typed.</summary>
    PortWasUsual,

    /// <summary>SSL/TLS from the start works at another port of this host.</summary>
    TlsPortWorks,

    /// <summary>SSL/TLS from the start was tried at this host, and does not work either.</summary>
    TlsPortFails,

    /// <summary>The user name was the whole address, or it is not known that it was not.</summary>
    AddressWasTried,

    /// <summary>A password was tried over TLS.</summary>
    PasswordWasTried,

    /// <summary>An access token was tried.</summary>
    TokenWasTried,

    /// <summary>It is about sending: the ports for reading are no cure.</summary>
    Sending,

    /// <summary>The other protocol is no way out: it cannot be used here, or this one is advised.</summary>
    OtherProtocolFails,

    /// <summary>A likelier cause is known of the provider, and is told beside.</summary>
    ProviderIsLikelier,

    /// <summary>What was refused looks like the kind of password that the provider wants.</summary>
    AppPasswordWasTried,

    /// <summary>The provider takes OAuth 2.0, too.</summary>
    OAuthFitsToo,

    /// <summary>The provider wants it only of accounts with a second factor.</summary>
    SecondFactorOnly,

    /// <summary>The organisation's administrator decides.</summary>
    AdministratorDecides,

    /// <summary>The plan does not have it.</summary>
    PlanLacksIt,

    /// <summary>A program of the provider on the user's own computer speaks the protocols.</summary>
    BridgeIsThere,

    /// <summary>Not one message could be read: what does not open is everything, and must not be deleted.</summary>
    NothingWasRead,

    /// <summary>By its own words, the server refuses only for now.</summary>
    OnlyForNow,
}
