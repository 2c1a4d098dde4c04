using System.Text.RegularExpressions;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>What a refusal says.</summary>
/// <param name="Reason">The cause.</param>
/// <param name="KnownBy">What it is known by; null where nothing in the reply names a cause.</param>
/// <param name="OrElse">The other cause, where the server's words leave it open which of two it is.</param>
internal sealed record RefusalReading(SignInReason Reason, RefusalSign? KnownBy, SignInReason? OrElse = null);

/// <summary>
/// Reads the reason out of a refusal. In this order are believed: a response code that can mean nothing else (RFC 5530, RFC 3206, RFC
/// 2449), words that name the cause, a code that usually means it, words that call the credentials wrong, general words. Codes and words
/// are <c>refusals.txt</c>; what is not there is a refusal for an unknown reason. What a server only warns of ("2 attempts left before your
/// account is locked", "if IMAP is disabled") is no cause.
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
        var words = Conditions().Replace(status?.Words ?? reply, "…");
        var row = Find(status, words);
        if (row is null or { Sign: RefusalSign.Code }) return row is null ? null : Reading(row);
        var alternatives = Alternatives(row.IsCode ? words : Sentences().Split(words).FirstOrDefault(row.IsSaidIn, words));

        // "The password is incorrect or has expired": one side says its cause by itself, the other only with its subject, and so the row
        // found it across the "or".
        if (alternatives is [SignInReason.AuthBadCredentials] && row.Sign == RefusalSign.Text && row.Reason != SignInReason.AuthBadCredentials) alternatives.Add(row.Reason);
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

    // "X or Y": what stands on either side of the "or" is read by itself. The credentials come first: their remedy looks after the other
    // cause, too. "Try later" is no cause.
    private static List<SignInReason> Alternatives(string sentence) => !Or().IsMatch(sentence) ? [] :
    [
        .. Or().Split(sentence).SelectMany(x => x.Split([',', ';', '，', '、'])).Select(Alternative).OfType<SignInReason>()
            .Distinct().OrderByDescending(x => x == SignInReason.AuthBadCredentials),
    ];

    private static SignInReason? Alternative(string side) => Find(null, side) switch
    {
        { Sign: RefusalSign.Vague, Reason: SignInReason.AuthTemporaryFailure } => null,
        { } row => row.Reason,
        _ => WrongAlone().IsMatch(side) ? SignInReason.AuthBadCredentials : null,
    };

    // One cause has another name over the other protocol, or for a token.
    private static SignInReason Fit(SignInReason reason, MailProtocol protocol, bool isAccessToken) => (reason, protocol) switch
    {
        (SignInReason.AuthBadCredentials, _) when isAccessToken => SignInReason.AuthTokenInvalid,
        (SignInReason.Pop3MailboxInUse, MailProtocol.Imap) => SignInReason.AuthInUse,
        (SignInReason.AuthInUse, MailProtocol.Pop3) => SignInReason.Pop3MailboxInUse,
        (SignInReason.Pop3MailboxInUse, MailProtocol.Submission) => SignInReason.AuthInUse,
        (SignInReason.Pop3LoginDelay, MailProtocol.Imap or MailProtocol.Submission) => SignInReason.AuthRateLimited,
        _ => reason,
    };

    // What may come to pass, or may be so: from the conjunction, which stays, to the end of its clause.
    [GeneratedRegex(
        @"(?<=\b(?:before|if|unless|in case|will be(?=\s(?:locked|blocked|disabled|suspended|banned|deactivated))|bevor|ehe|falls|wenn|sofern|если|прежде чем)\s)[^,;:.!?。，！？]+",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Conditions();

    // A side of an "or" whose subject stands on the other side: "has expired or is incorrect".
    [GeneratedRegex(
        @"^\s*(?:(?:is|was|ist|est|es|è)\s)?(?:wrong|incorrect|invalid|falsch|ungültig|nicht korrekt|incorrecte?|invalide|erronée?|incorrecta|errata|неверен|неверный)\b(?!\s\p{L})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WrongAlone();

    [GeneratedRegex(@"(?<=[.!?])\s|[。！？]", RegexOptions.CultureInvariant)]
    private static partial Regex Sentences();

    [GeneratedRegex(@"(?:\s(?:and/or|or|oder|ou|или|либо)\s|或者?|還是)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Or();
}
