using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Settings;

/// <summary>
/// Which password a person is to type in, as far as the servers' own words show: beside a refusal, "the password" would be the refused one.
/// </summary>
internal static class PasswordSaid
{
    // What names the way out says more than that something was wrong.
    private static readonly PasswordKind[] LeastFirst =
        [PasswordKind.Own, PasswordKind.NotTheRefused, PasswordKind.AppPassword, PasswordKind.AuthorisationCode, PasswordKind.Renewed];

    /// <summary>The password that the words of the refusals ask for; the mailbox's own where nothing speaks against it.</summary>
    /// <param name="facts">The run.</param>
    public static PasswordKind In(AssessmentFacts facts) => facts.Endpoints.Any(x => x.IsAccepted) ? PasswordKind.Own
        : LeastFirst[facts.Endpoints.SelectMany(Reasons).Select(x => Array.IndexOf(LeastFirst, Of(x))).DefaultIfEmpty().Max()];

    private static IEnumerable<SignInReason> Reasons(EndpointFacts endpoint) =>
        new[] { endpoint.SecondThought?.Reason, endpoint.SignIn.Reason, endpoint.SignIn.OrElse }.OfType<SignInReason>();

    private static PasswordKind Of(SignInReason reason) => reason switch
    {
        SignInReason.AuthBadCredentials => PasswordKind.NotTheRefused,
        SignInReason.AuthAppPasswordRequired or SignInReason.AuthSecondFactor => PasswordKind.AppPassword,
        SignInReason.AuthClientIdRequired => PasswordKind.AuthorisationCode,
        SignInReason.PasswordExpired => PasswordKind.Renewed,
        _ => PasswordKind.Own,
    };
}
