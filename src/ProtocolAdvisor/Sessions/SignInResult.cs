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
    [NotSent]
    public bool LooksMiscopied { get; init; }

    /// <summary>Whether a refused password has the form in which providers make passwords for mail programs; nothing else of it is told.</summary>
    [NotSent]
    public bool LooksLikeAppPassword { get; init; }

    /// <summary>Whether the user name was a whole address; null where that is not known: of runs kept before this was noted.</summary>
    [NotSent]
    public bool? NameWasAddress { get; init; }

    /// <summary>What a refusal's reason is known by; null where its words name no cause, and of runs kept before this was noted.</summary>
    [NotSent]
    public RefusalSign? KnownBy { get; init; }

    /// <summary>The other cause, where the server's words leave it open which of two it is: "invalid credentials or IMAP is disabled".</summary>
    [NotSent]
    public SignInReason? OrElse { get; init; }

    /// <summary>Whether the refusal means "not now" rather than "not you": another moment helps, and it says nothing against the protocol.</summary>
    [JsonIgnore]
    public bool IsPassing => Passes(Reason);

    /// <summary>Whether the refusal stays until somebody changes something: only that speaks against the protocol. A server's own fault and words that nobody knows may be gone tomorrow.</summary>
    [JsonIgnore]
    public bool IsLasting => Outcome == SignInOutcome.Rejected && Lasts(Reason);

    /// <summary>Whether the server said unmistakably that user name or password is wrong: the same credentials would be one more failed sign-in over the other protocol.</summary>
    [JsonIgnore]
    public bool IsUnmistakable => Reason == SignInReason.AuthBadCredentials && OrElse is null && KnownBy is RefusalSign.Code or RefusalSign.Hint or RefusalSign.Blame;

    /// <summary>Whether an access token was tried rather than a password.</summary>
    [JsonIgnore]
    internal bool IsOfToken => Mechanism is "OAUTHBEARER" or "XOAUTH2";

    /// <summary>
    /// Whether a password was refused in words so general that they leave the cause open: they call it wrong, as servers do for much else, or
    /// name nothing that is known.
    /// </summary>
    [JsonIgnore]
    internal bool IsGeneralRefusal => Outcome == SignInOutcome.Rejected && !IsOfToken && OrElse is null
        && Reason is SignInReason.AuthBadCredentials or SignInReason.AuthRefusedUnknown;

    /// <summary>The server refused, in these words, which were read so.</summary>
    internal static SignInResult Refused(string mechanism, double elapsedMs, string reply, RefusalReading reading) =>
        new(SignInOutcome.Rejected, mechanism, elapsedMs, reply, reading.Reason) { KnownBy = reading.KnownBy, OrElse = reading.OrElse };

    /// <summary>Whether a refusal for this reason stays until somebody changes something.</summary>
    internal static bool Lasts(SignInReason? reason) => !Passes(reason) && reason is not (SignInReason.AuthRefusedUnknown or SignInReason.AuthServerFault);

    /// <summary>No attempt was made, for this reason.</summary>
    public static SignInResult NotAttempted(SignInReason reason) => new(SignInOutcome.NotAttempted, Reason: reason);

    /// <summary>Whether another moment helps against this reason.</summary>
    internal static bool Passes(SignInReason? reason) => reason is SignInReason.AuthRateLimited or SignInReason.AuthTooManyConnections or SignInReason.AuthBandwidthExceeded
        or SignInReason.AuthTemporaryFailure or SignInReason.AuthInUse or SignInReason.Pop3MailboxInUse or SignInReason.Pop3LoginDelay or SignInReason.AuthUnanswered
        or SignInReason.ConnectionFailed;
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

    /// <summary>
    /// The server takes mail in, and no server that reads mail accepted these credentials in this run: a wrong password stays one failure.
    /// </summary>
    IncomingNotAccepted,

    /// <summary>The run's deadline came first.</summary>
    DeadlineReached,

    /// <summary>Only OAuth mechanisms are offered, and a password was given.</summary>
    AuthOauthOnly,

    /// <summary>Only mechanisms are offered that take a password and that we do not speak (CRAM-MD5, NTLM).</summary>
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

    /// <summary>The server takes the connection for an unencrypted one.</summary>
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

    /// <summary>No mechanism is offered by which a password could be used.</summary>
    AuthNoUsableMechanism,

    /// <summary>Refused in words that name no cause that we know.</summary>
    AuthRefusedUnknown,

    /// <summary>The server failed by itself, and says so.</summary>
    AuthServerFault,

    /// <summary>The account is suspended or closed.</summary>
    AccountSuspended,

    /// <summary>The account may not use this service or protocol.</summary>
    AccountNotPermitted,

    /// <summary>A second factor is asked for.</summary>
    AuthSecondFactor,

    /// <summary>Another session keeps this one out.</summary>
    AuthInUse,
}
