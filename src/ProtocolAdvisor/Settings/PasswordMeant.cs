using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Settings;

/// <summary>
/// Which password a person is to type in, as far as the run shows: beside a refusal, "the password" would be the refused one.
/// </summary>
internal enum PasswordMeant
{
    /// <summary>The mailbox's own; nothing speaks against the one that was given.</summary>
    OfTheMailbox,

    /// <summary>The mailbox's own, while user name or password were refused as they were given.</summary>
    NotTheRefused,

    /// <summary>One for mail programs alone, which the account's owner creates.</summary>
    AppPassword,

    /// <summary>An authorisation code that the provider gives for mail programs.</summary>
    AuthorisationCode,

    /// <summary>A new one: the old has expired.</summary>
    Renewed,
}

/// <summary>Reads it out of how the sign-ins ended.</summary>
internal static class PasswordMeaning
{
    /// <summary>Which password is meant.</summary>
    /// <param name="facts">The run.</param>
    public static PasswordMeant Of(AssessmentFacts facts)
    {
        if (facts.Endpoints.Any(x => x.IsAccepted)) return PasswordMeant.OfTheMailbox;
        return facts.Endpoints.SelectMany(Reasons).Select(Of).OrderByDescending(x => x).FirstOrDefault();
    }

    private static IEnumerable<SignInReason> Reasons(EndpointFacts endpoint) =>
        new[] { endpoint.SecondThought?.Reason, endpoint.SignIn.Reason, endpoint.SignIn.OrElse }.OfType<SignInReason>();

    // What names the way out says more than that something was wrong, so it stands later in the enumeration.
    private static PasswordMeant Of(SignInReason reason) => reason switch
    {
        SignInReason.AuthBadCredentials => PasswordMeant.NotTheRefused,
        SignInReason.AuthAppPasswordRequired or SignInReason.AuthSecondFactor => PasswordMeant.AppPassword,
        SignInReason.AuthClientIdRequired => PasswordMeant.AuthorisationCode,
        SignInReason.PasswordExpired => PasswordMeant.Renewed,
        _ => PasswordMeant.OfTheMailbox,
    };
}
