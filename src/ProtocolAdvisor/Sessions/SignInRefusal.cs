namespace ProtocolAdvisor.Sessions;

/// <summary>
/// Reads the reason out of a refused sign-in: the response code first where it is specific (RFC 5530, RFC 3206, RFC 2449), then the provider's text, then
/// what a general code usually means.
/// </summary>
internal static class SignInRefusal
{
    private static readonly (string Code, SignInReason Reason)[] Specific =
    [
        ("WEBALERT", SignInReason.AuthWebLoginRequired),
        ("EXPIRED", SignInReason.PasswordExpired),
        ("PRIVACYREQUIRED", SignInReason.AuthTlsRequired),
        ("CONTACTADMIN", SignInReason.AccountLocked),
        ("LIMIT", SignInReason.AuthRateLimited),
        ("OVERQUOTA", SignInReason.AuthBandwidthExceeded),
        ("IN-USE", SignInReason.Pop3MailboxInUse),
        ("INUSE", SignInReason.Pop3MailboxInUse),
        ("LOGIN-DELAY", SignInReason.Pop3LoginDelay),
        ("SYS/TEMP", SignInReason.AuthTemporaryFailure),
    ];

    // Texts as providers word them, seen by the date given; the first that fits names the reason.
    private static readonly (string Text, SignInReason Reason, string Seen)[] Texts =
    [
        ("application-specific password", SignInReason.AuthAppPasswordRequired, "2026-03"),
        ("app password", SignInReason.AuthAppPasswordRequired, "2026-03"),
        ("app-specific password", SignInReason.AuthAppPasswordRequired, "2026-03"),
        ("web login required", SignInReason.AuthWebLoginRequired, "2026-03"),
        ("log in via your web browser", SignInReason.AuthWebLoginRequired, "2026-03"),
        ("basic authentication is disabled", SignInReason.AuthBasicBlocked, "2026-03"),
        ("basicauthblocked", SignInReason.AuthBasicBlocked, "2026-03"),
        ("not enabled for imap", SignInReason.AccountImapDisabled, "2026-03"),
        ("imap access is disabled", SignInReason.AccountImapDisabled, "2026-03"),
        ("imap is disabled", SignInReason.AccountImapDisabled, "2026-03"),
        ("not enabled for pop", SignInReason.AccountPop3Disabled, "2026-03"),
        ("pop access is disabled", SignInReason.AccountPop3Disabled, "2026-03"),
        ("pop3 is disabled", SignInReason.AccountPop3Disabled, "2026-03"),
        ("authenticated but not connected", SignInReason.AccountNotConnected, "2026-03"),
        ("unsafe login", SignInReason.AuthClientIdRequired, "2026-03"),
        ("rate limit", SignInReason.AuthRateLimited, "2026-03"),
        ("too many login", SignInReason.AuthRateLimited, "2026-03"),
        ("too many failed", SignInReason.AuthRateLimited, "2026-03"),
        ("bandwidth limit", SignInReason.AuthBandwidthExceeded, "2026-03"),
        ("simultaneous", SignInReason.AuthTooManyConnections, "2026-03"),
        ("maximum number of connections", SignInReason.AuthTooManyConnections, "2026-03"),
        ("too many connections", SignInReason.AuthTooManyConnections, "2026-03"),
        ("account is locked", SignInReason.AccountLocked, "2026-03"),
        ("account locked", SignInReason.AccountLocked, "2026-03"),
        ("account disabled", SignInReason.AccountLocked, "2026-03"),
        ("password has expired", SignInReason.PasswordExpired, "2026-03"),
        ("password expired", SignInReason.PasswordExpired, "2026-03"),
        ("plaintext authentication disallowed", SignInReason.AuthTlsRequired, "2026-03"),
        ("maildrop already locked", SignInReason.Pop3MailboxInUse, "2026-03"),
        ("mailbox is locked", SignInReason.Pop3MailboxInUse, "2026-03"),
        ("mechanism not supported", SignInReason.AuthMechanismRejected, "2026-03"),
        ("unsupported authentication mechanism", SignInReason.AuthMechanismRejected, "2026-03"),
        ("temporary authentication failure", SignInReason.AuthTemporaryFailure, "2026-03"),
        ("try again later", SignInReason.AuthTemporaryFailure, "2026-03"),
    ];

    private static readonly (string Code, SignInReason Reason)[] General =
    [
        ("UNAVAILABLE", SignInReason.AuthTemporaryFailure),
        ("SYS/PERM", SignInReason.AccountNotConnected),
        ("AUTHORIZATIONFAILED", SignInReason.AccountNotConnected),
        ("CANNOT", SignInReason.AccountNotConnected),
    ];

    /// <summary>Names the reason.</summary>
    /// <param name="reply">The server's final line, after its tag or <c>-ERR</c>.</param>
    /// <param name="isAccessToken">Whether a token was refused rather than a password.</param>
    internal static SignInReason Read(string reply, bool isAccessToken)
    {
        var code = CodeIn(reply);
        return Coded(Specific, code)
            ?? Texts.Where(known => reply.Contains(known.Text, StringComparison.OrdinalIgnoreCase)).Select(known => (SignInReason?)known.Reason).FirstOrDefault()
            ?? Coded(General, code)
            ?? (isAccessToken ? SignInReason.AuthTokenInvalid : SignInReason.AuthBadCredentials);
    }

    private static SignInReason? Coded((string Code, SignInReason Reason)[] table, string? code) =>
        table.Where(known => known.Code.Equals(code, StringComparison.OrdinalIgnoreCase)).Select(known => (SignInReason?)known.Reason).FirstOrDefault();

    private static string? CodeIn(string reply)
    {
        var start = reply.IndexOf('[');
        var end = start < 0 ? -1 : reply.IndexOfAny([']', ' '], start);
        return end < 0 ? null : reply[(start + 1)..end];
    }
}
