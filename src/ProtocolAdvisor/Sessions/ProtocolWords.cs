using System.Text.RegularExpressions;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// The words of IMAP, POP3 and SASL. A user's name may be one of them ("user", "stat", "ok"), but a server's lines mostly contain them as
/// commands.
/// </summary>
internal static partial class ProtocolWords
{
    private static readonly HashSet<string> All = new(StringComparer.OrdinalIgnoreCase)
    {
        "OK", "NO", "BAD", "BYE", "PREAUTH", "ERR", "ALERT", "AUTH", "AUTHENTICATE", "AUTHENTICATIONFAILED", "UNAVAILABLE", "LIMIT", "IN", "USE", "SYS", "TEMP", "PERM", "DELAY", "CODE",
        "USER", "PASS", "LOGIN", "LOGOUT", "STAT", "LIST", "RETR", "DELE", "NOOP", "RSET", "QUIT", "TOP", "UIDL", "APOP", "CAPA", "STLS", "SASL", "RESP", "CODES", "RESP-CODES",
        "PIPELINING", "EXPIRE", "NEVER", "IMPLEMENTATION", "UTF8", "LANG", "LOGIN-DELAY", "AUTH-RESP-CODE", "IN-USE",
        "CAPABILITY", "STARTTLS", "SELECT", "EXAMINE", "STATUS", "FETCH", "SEARCH", "CLOSE", "UNSELECT", "CHECK", "ENABLE", "ID", "IDLE", "DONE", "NAMESPACE", "LSUB", "XLIST", "CREATE", "APPEND",
        "COPY", "MOVE", "STORE", "UID", "EXPUNGE", "EXISTS", "RECENT", "FLAGS", "PERMANENTFLAGS", "UIDNEXT", "UIDVALIDITY", "UNSEEN", "HIGHESTMODSEQ", "MODSEQ", "MESSAGES", "SIZE", "INBOX", "NIL",
        "QUOTA", "QUOTAROOT", "GETQUOTAROOT", "GETQUOTA", "STORAGE", "MESSAGE", "READ", "ONLY", "WRITE", "CLOSED", "READ-ONLY", "READ-WRITE", "COMPRESS", "DEFLATE", "CONDSTORE", "QRESYNC",
        "UIDPLUS", "UNSELECT", "CHILDREN", "LITERAL", "LITERAL+", "LITERAL-", "IR", "SASL-IR", "SORT", "THREAD", "ACL", "RIGHTS", "BINARY", "CATENATE", "ESEARCH", "ESORT", "WITHIN", "CONTEXT",
        "REFERRAL", "REFERRALS", "LOGIN-REFERRALS", "MAILBOX", "SPECIAL", "SPECIAL-USE", "EXTENDED", "LIST-EXTENDED", "LIST-STATUS", "NOTIFY", "SNIPPET", "PREVIEW", "SAVEDATE", "OBJECTID", "METADATA",
        "MULTIAPPEND", "UNAUTHENTICATE", "URLAUTH", "REPLACE", "ANNOTATE", "LOGINDISABLED", "IMAP", "IMAP4", "IMAP4REV1", "IMAP4REV2", "POP", "POP3",
        "EHLO", "HELO", "MAIL", "RCPT", "DATA", "VRFY", "EXPN", "HELP", "ETRN", "SMTP", "ESMTP", "SUBMISSION", "8BITMIME", "SMTPUTF8", "DSN", "CHUNKING", "ENHANCEDSTATUSCODES", "BINARYMIME",
        "DELIVERBY", "FUTURERELEASE", "REQUIRETLS", "LIMITS", "TURN", "XCLIENT", "XFORWARD",
        "PLAIN", "EXTERNAL", "ANONYMOUS", "CRAM", "MD5", "CRAM-MD5", "DIGEST-MD5", "NTLM", "GSSAPI", "SCRAM", "SHA", "PLUS", "XOAUTH2", "OAUTHBEARER",
    };

    /// <summary>Whether a name is one of the words.</summary>
    internal static bool Contains(string name) => All.Contains(name);

    /// <summary>How much of a server's line, from its beginning, is the protocol's and not told to people.</summary>
    internal static int LengthOfHead(string line) => Head().Match(line).Length;

    // A status with its response code; a line of data, which holds no words for people; a line of CAPA, or of EHLO; SMTP's codes.
    [GeneratedRegex(
        @"^(?:(?:(?:\*|[A-Za-z]+\d+) )?(?:\+OK|-ERR|OK|NO|BAD|BYE|PREAUTH)(?=[ \[]|$)(?: *\[(?:CAPABILITY [^\]]*|PERMANENTFLAGS [^\]]*|[^\] ]+))?|\* .*|SASL .*|250[ -]AUTH[ =].*|[2-5][0-5]\d(?:[ -](?:[245]\.\d+\.\d+ )?)?(?:[A-Z][A-Z0-9-]*(?= |$))?|[A-Z][A-Z0-9-]*(?= |$))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Head();
}
