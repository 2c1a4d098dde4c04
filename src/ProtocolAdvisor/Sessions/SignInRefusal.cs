namespace ProtocolAdvisor.Sessions;

/// <summary>
/// Reads the reason out of a refused sign-in: the response code first where it is specific (RFC 5530, RFC 3206, RFC 2449), then the provider's text, then
/// what a general code usually means. The codes and texts are <c>refusals.txt</c>.
/// </summary>
internal static class SignInRefusal
{
    /// <summary>Names the reason.</summary>
    /// <param name="reply">The server's final line, after its tag or <c>-ERR</c>.</param>
    /// <param name="isAccessToken">Whether a token was refused rather than a password.</param>
    internal static SignInReason Read(string reply, bool isAccessToken) =>
        Known(reply) ?? (isAccessToken ? SignInReason.AuthTokenInvalid : SignInReason.AuthBadCredentials);

    /// <summary>The reason that the reply itself names; null where it names none.</summary>
    internal static SignInReason? Known(string reply)
    {
        var code = CodeIn(reply);
        return First(RefusalSign.Code, x => x.Equals(code, StringComparison.OrdinalIgnoreCase))
            ?? First(RefusalSign.Text, x => reply.Contains(x, StringComparison.OrdinalIgnoreCase))
            ?? First(RefusalSign.Hint, x => x.Equals(code, StringComparison.OrdinalIgnoreCase));
    }

    private static SignInReason? First(RefusalSign sign, Func<string, bool> fits) =>
        RefusalList.Official.FirstOrDefault(x => x.Sign == sign && fits(x.Words))?.Reason;

    private static string? CodeIn(string reply)
    {
        var start = reply.IndexOf('[');
        var end = start < 0 ? -1 : reply.IndexOfAny([']', ' '], start);
        return end < 0 ? null : reply[(start + 1)..end];
    }
}
