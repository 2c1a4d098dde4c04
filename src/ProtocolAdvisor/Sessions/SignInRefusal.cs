using System.Text.RegularExpressions;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>What a refusal says.</summary>
/// <param name="Reason">The cause.</param>
/// <param name="KnownBy">What it is known by; null where nothing in the reply names a cause.</param>
/// <param name="OrElse">The other cause, where the server's words leave it open which of two it is.</param>
internal sealed record RefusalReading(SignInReason Reason, RefusalSign? KnownBy, SignInReason? OrElse = null);

/// <summary>
/// Reads the reason out of a refusal. In this order are believed: a response code that can mean nothing else (RFC 5530, RFC 3206, RFC 2449), words that name the cause, a code
/// that usually means it, words that call the credentials wrong, general words. Codes and words are <c>refusals.txt</c>; what is not there is a refusal for an unknown reason.
/// </summary>
internal static partial class SignInRefusal
{
    /// <summary>Names the reason.</summary>
    /// <param name="reply">The server's final line, with or without its tag.</param>
    /// <param name="protocol">What is spoken.</param>
    /// <param name="isAccessToken">Whether a token was refused rather than a password.</param>
    /// <param name="isTokenError">Whether an error about the token came before the reply (RFC 7628 §3.2.2).</param>
    internal static RefusalReading Read(string reply, MailProtocol protocol, bool isAccessToken = false, bool isTokenError = false) =>
        Known(reply, protocol, isAccessToken) ?? (isTokenError ? new(SignInReason.AuthTokenInvalid, RefusalSign.Hint) : new(SignInReason.AuthRefusedUnknown, null));

    /// <summary>What the reply itself names; null where it names no cause.</summary>
    internal static RefusalReading? Known(string reply, MailProtocol protocol, bool isAccessToken = false)
    {
        var status = StatusReply.Parse(reply);
        var words = status?.Words ?? reply;
        var row = Find(status, words);
        if (row is null or { Sign: RefusalSign.Code }) return row is null ? null : Reading(row);
        var alternatives = Alternatives(row.IsCode ? words : Sentences().Split(words).FirstOrDefault(row.IsSaidIn, words));
        return alternatives.Count switch
        {
            < 2 => Reading(row),
            2 => new RefusalReading(Fit(alternatives[0], protocol, isAccessToken), row.Sign, Fit(alternatives[1], protocol, isAccessToken)),
            _ => null, // whoever names everything names nothing
        };
        RefusalReading Reading(KnownRefusal known) => new(Fit(known.Reason, protocol, isAccessToken), known.Sign);
    }

    private static KnownRefusal? Find(StatusReply? status, string words) => RefusalList.Official
        .Where(x => x.IsCode ? status?.HasCode(x.Words) == true : x.IsSaidIn(words)).MinBy(x => x.Sign);

    // "X or Y": what stands on either side of the "or" is read by itself. The credentials come first: their remedy looks after the other cause, too. "Try later" is no cause.
    private static List<SignInReason> Alternatives(string sentence) => !Or().IsMatch(sentence) ? [] :
    [
        .. Or().Split(sentence).SelectMany(x => x.Split([',', ';', '，', '、'])).Select(x => Find(null, x)).OfType<KnownRefusal>()
            .Where(x => x is not { Sign: RefusalSign.Vague, Reason: SignInReason.AuthTemporaryFailure })
            .Select(x => x.Reason).Distinct().OrderByDescending(x => x == SignInReason.AuthBadCredentials),
    ];

    // One cause has another name over the other protocol, or for a token.
    private static SignInReason Fit(SignInReason reason, MailProtocol protocol, bool isAccessToken) => (reason, protocol) switch
    {
        (SignInReason.AuthBadCredentials, _) when isAccessToken => SignInReason.AuthTokenInvalid,
        (SignInReason.Pop3MailboxInUse, MailProtocol.Imap) => SignInReason.AuthInUse,
        (SignInReason.AuthInUse, MailProtocol.Pop3) => SignInReason.Pop3MailboxInUse,
        (SignInReason.Pop3LoginDelay, MailProtocol.Imap) => SignInReason.AuthRateLimited,
        _ => reason,
    };

    [GeneratedRegex(@"(?<=[.!?])\s|[。！？]", RegexOptions.CultureInvariant)]
    private static partial Regex Sentences();

    [GeneratedRegex(@"(?:\s(?:and/or|or|oder|ou|или|либо)\s|或者?|還是)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Or();
}
