using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// Reads the reason out of an SMTP server's refusal to AUTH. A code that can mean nothing else is believed first, then words that name the
/// cause, then a code that usually means it, then other words. The enhanced code (RFC 3463, RFC 4954 §6, RFC 5248) says more than the one of
/// three digits, and servers answer 535 to much else than wrong credentials.
/// </summary>
internal static class SubmissionRefusal
{
    private static readonly Dictionary<string, (SignInReason Reason, RefusalSign Sign)> Enhanced = new(StringComparer.Ordinal)
    {
        ["4.7.0"] = (SignInReason.AuthTemporaryFailure, RefusalSign.Hint),
        ["4.7.12"] = (SignInReason.AuthWebLoginRequired, RefusalSign.Hint),
        ["5.7.8"] = (SignInReason.AuthBadCredentials, RefusalSign.Hint),
        ["5.7.9"] = (SignInReason.AuthMechanismRejected, RefusalSign.Hint),
        ["5.7.10"] = (SignInReason.AuthTlsRequired, RefusalSign.Code),
        ["5.7.11"] = (SignInReason.AuthTlsRequired, RefusalSign.Code),
        ["5.7.12"] = (SignInReason.AuthWebLoginRequired, RefusalSign.Hint),
        ["5.7.13"] = (SignInReason.AccountSuspended, RefusalSign.Code),
        ["5.7.1"] = (SignInReason.AccountNotPermitted, RefusalSign.Hint),
        ["5.7.4"] = (SignInReason.AuthMechanismRejected, RefusalSign.Hint),
        ["5.2.1"] = (SignInReason.AccountSuspended, RefusalSign.Hint),
    };

    // RFC 4954 §6 and §4, RFC 5321 §4.2.3. What says 530 to AUTH wants TLS: signing in is what was just being done.
    private static readonly Dictionary<int, SignInReason> Codes = new()
    {
        [421] = SignInReason.AuthTemporaryFailure,
        [432] = SignInReason.AuthWebLoginRequired,
        [450] = SignInReason.AuthTemporaryFailure,
        [451] = SignInReason.AuthServerFault,
        [454] = SignInReason.AuthTemporaryFailure,
        [503] = SignInReason.AuthMechanismRejected,
        [504] = SignInReason.AuthMechanismRejected,
        [523] = SignInReason.AuthTlsRequired,
        [525] = SignInReason.AccountSuspended,
        [530] = SignInReason.AuthTlsRequired,
        [534] = SignInReason.AuthMechanismRejected,
        [535] = SignInReason.AuthBadCredentials,
        [538] = SignInReason.AuthTlsRequired,
    };

    /// <summary>Names the reason.</summary>
    /// <param name="reply">The server's last reply, in one line.</param>
    /// <param name="isAccessToken">Whether a token was refused rather than a password.</param>
    /// <param name="isTokenError">Whether an error about the token came before the reply.</param>
    internal static RefusalReading Read(string reply, bool isAccessToken, bool isTokenError)
    {
        var line = SmtpReply.Parse(reply);
        var whole = new SmtpReply(line?.Code ?? 0, [line?.Text ?? reply]);
        var byCode = Of(whole, isAccessToken);
        if (byCode is { KnownBy: RefusalSign.Code }) return byCode;
        var byWords = SignInRefusal.Known(whole.Words, MailProtocol.Submission, isAccessToken);
        if (byWords is { KnownBy: RefusalSign.Text }) return byWords;
        if (isTokenError) return new(SignInReason.AuthTokenInvalid, RefusalSign.Hint);
        return byCode ?? byWords ?? new(IsPassing(whole) ? SignInReason.AuthTemporaryFailure : SignInReason.AuthRefusedUnknown, null);
    }

    private static RefusalReading? Of(SmtpReply reply, bool isAccessToken)
    {
        if (reply.EnhancedCode is { } code && Enhanced.TryGetValue(code, out var known)) return new(Fit(known.Reason, isAccessToken), known.Sign);
        return Codes.TryGetValue(reply.Code, out var reason) ? new(Fit(reason, isAccessToken), RefusalSign.Hint) : null;
    }

    private static bool IsPassing(SmtpReply reply) => reply.Code is >= 400 and < 500;

    private static SignInReason Fit(SignInReason reason, bool isAccessToken) =>
        reason == SignInReason.AuthBadCredentials && isAccessToken ? SignInReason.AuthTokenInvalid : reason;
}
