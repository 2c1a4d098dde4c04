using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>The one sign-in attempt at an endpoint.</summary>
/// <param name="Outcome">Accepted, rejected or not attempted.</param>
/// <param name="Mechanism">The SASL mechanism, or <c>USER</c> (POP3) or <c>LOGIN</c> (IMAP); null when not attempted.</param>
/// <param name="ElapsedMs">Milliseconds from the first byte out to the final reply.</param>
/// <param name="Reply">The server's final line: cut, escaped and scrubbed of secrets.</param>
/// <param name="Reason">Why it was rejected or not attempted.</param>
public sealed record SignInResult(SignInOutcome Outcome, string? Mechanism = null, double? ElapsedMs = null, string? Reply = null, SignInReason? Reason = null)
{
    /// <summary>Whether a refused password has blanks at its edges, or the groups in which app passwords are shown; nothing else of it is told.</summary>
    public bool LooksMiscopied { get; init; }

    /// <summary>Whether the refusal means "not now" rather than "not you": another moment helps, and it says nothing against the protocol.</summary>
    [JsonIgnore]
    public bool IsPassing => Reason is SignInReason.AuthRateLimited or SignInReason.AuthTooManyConnections or SignInReason.AuthBandwidthExceeded
        or SignInReason.AuthTemporaryFailure or SignInReason.Pop3MailboxInUse or SignInReason.Pop3LoginDelay or SignInReason.ConnectionFailed or SignInReason.AuthUnanswered;

    /// <summary>
    /// Whether the server said by its response code that these credentials are wrong (RFC 5530 AUTHENTICATIONFAILED, RFC 3206 AUTH), and its words say nothing else: then
    /// they are wrong at its other services, too.
    /// </summary>
    [JsonIgnore]
    public bool IsUnmistakable => this is { Outcome: SignInOutcome.Rejected, Reason: SignInReason.AuthBadCredentials, Reply: { } reply }
        && (reply.StartsWith("NO [AUTHENTICATIONFAILED]", StringComparison.OrdinalIgnoreCase) || reply.StartsWith("-ERR [AUTH]", StringComparison.OrdinalIgnoreCase));

    /// <summary>No attempt was made, for this reason.</summary>
    public static SignInResult NotAttempted(SignInReason reason) => new(SignInOutcome.NotAttempted, Reason: reason);
}

/// <summary>How a sign-in ended.</summary>
[JsonConverter(typeof(CamelCase<SignInOutcome>))]
public enum SignInOutcome
{
    /// <summary>The server accepted the credentials.</summary>
    Accepted,

    /// <summary>The server refused.</summary>
    Rejected,

    /// <summary>Not tried: see the reason.</summary>
    NotAttempted,

    /// <summary>The credentials were sent, and no answer came: see the reason.</summary>
    Unanswered,
}

/// <summary>
/// Why a sign-in was refused or not tried. The refusals carry the names of the finding codes that they lead to; they are read from the
/// response code first (RFC 5530, RFC 3206, RFC 2449), the server's text second.
/// </summary>
[JsonConverter(typeof(KebabCase<SignInReason>))]
public enum SignInReason
{
    /// <summary>The caller gave no credentials.</summary>
    NoCredentials,

    /// <summary>The endpoint could not be spoken to securely, so the secret stayed here.</summary>
    EndpointNotUsable,

    /// <summary>The endpoint is not trusted to be the user's server, so the secret stayed here.</summary>
    CredentialsWithheld,

    /// <summary>Too many sign-ins of this account have failed lately, so the secret stayed here.</summary>
    SignInHeldBack,

    /// <summary>The sign-in went to a better endpoint of the same protocol.</summary>
    OtherEndpointPreferred,

    /// <summary>The other protocol's server said unmistakably that the credentials are wrong: a second failure would help nobody.</summary>
    OtherProtocolRefused,

    /// <summary>The run's deadline came first.</summary>
    DeadlineReached,

    /// <summary>Only OAuth mechanisms are offered, and a password was given.</summary>
    AuthOauthOnly,

    /// <summary>Only mechanisms that we do not speak with a password are offered.</summary>
    AuthLegacyMechanismsOnly,

    /// <summary>An OAuth token was given, and no OAuth mechanism is offered.</summary>
    AuthMechanismMissing,

    /// <summary>Wrong user name or password, or a server that says the same of other causes.</summary>
    AuthBadCredentials,

    /// <summary>An application-specific password is needed.</summary>
    AuthAppPasswordRequired,

    /// <summary>The user must sign in once in a browser.</summary>
    AuthWebLoginRequired,

    /// <summary>Password login is switched off in this service.</summary>
    AuthBasicBlocked,

    /// <summary>The OAuth token was refused.</summary>
    AuthTokenInvalid,

    /// <summary>IMAP is switched off for this account.</summary>
    AccountImapDisabled,

    /// <summary>POP3 is switched off for this account.</summary>
    AccountPop3Disabled,

    /// <summary>Authenticated, but the account is not connected to a mailbox.</summary>
    AccountNotConnected,

    /// <summary>The account is locked.</summary>
    AccountLocked,

    /// <summary>The password has expired.</summary>
    PasswordExpired,

    /// <summary>Too many sign-ins for now; not a wrong password.</summary>
    AuthRateLimited,

    /// <summary>Too many connections of this account.</summary>
    AuthTooManyConnections,

    /// <summary>The account's transfer limit is used up.</summary>
    AuthBandwidthExceeded,

    /// <summary>A fault on the server's side.</summary>
    AuthTemporaryFailure,

    /// <summary>The server wants TLS first.</summary>
    AuthTlsRequired,

    /// <summary>This mechanism is refused although others are offered.</summary>
    AuthMechanismRejected,

    /// <summary>The server wants to know the client first (NetEase's "Unsafe Login").</summary>
    AuthClientIdRequired,

    /// <summary>The maildrop is in use: the password was right.</summary>
    [JsonStringEnumMemberName("pop3-mailbox-in-use")]
    Pop3MailboxInUse,

    /// <summary>The last sign-in was too recent: the password was right.</summary>
    [JsonStringEnumMemberName("pop3-login-delay")]
    Pop3LoginDelay,

    /// <summary>The connection failed during the sign-in.</summary>
    ConnectionFailed,

    /// <summary>The credentials were sent, and the server said nothing for as long as it was waited for.</summary>
    AuthUnanswered,
}
