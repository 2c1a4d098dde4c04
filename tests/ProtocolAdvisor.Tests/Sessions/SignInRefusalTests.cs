using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Tests.Sessions;

public class SignInRefusalTests
{
    private const string Good = "text | unsafe login | auth-client-id-required | NetEase | 2026-07 | https://example.com/ | NO SELECT Unsafe Login";

    [Fact]
    public void Every_known_wording_is_read_to_its_reason() => Assert.All(RefusalList.Official, row => Assert.Equal((Reply(row), row.Reason), (Reply(row), Read(Reply(row)).Reason)));

    [Fact]
    public void Every_row_decides_something() => Assert.All(
        RefusalList.Official, row => Assert.Equal(row, RefusalList.Official.First(x => x.Sign == row.Sign && (x.IsCode ? x.Words == row.Words : x.IsSaidIn(row.Words)))));

    // Gmail, iCloud, web.de and GMX, Fastmail, NetEase, Exchange, hMailServer, qmail: whatever is wrong, they say the same.
    [Theory]
    [InlineData("NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)", true)]
    [InlineData("NO [AUTHENTICATIONFAILED] Authentication failed", true)]
    [InlineData("NO Incorrect username or password.", true)]
    [InlineData("NO LOGIN Login error or password error", true)]
    [InlineData("-ERR Logon failure: unknown user name or bad password.", true)]
    [InlineData("-ERR [AUTH] (#MBR1212) Incorrect username or password.", true)]
    [InlineData("NO Invalid user name or password.", true)]
    [InlineData("NO Benutzername oder Passwort falsch", true)]
    [InlineData("NO authentication failed", false)]
    [InlineData("NO LOGIN failed.", false)]
    [InlineData("-ERR authorization failed", false)]
    public void Words_about_the_credentials_blame_them_and_only_plain_ones_are_unmistakable(string reply, bool unmistakable)
    {
        var reading = SignInRefusal.Known(reply, MailProtocol.Imap)!;
        Assert.Equal((SignInReason.AuthBadCredentials, null), (reading.Reason, reading.OrElse));
        Assert.Equal(unmistakable, SignInResult.Refused("PLAIN", 1, reply, reading).IsUnmistakable);
        Assert.Equal(SignInReason.AuthTokenInvalid, SignInRefusal.Read(reply, MailProtocol.Imap, isAccessToken: true).Reason);
    }

    // Neither blame nor praise: whoever says nothing of the credentials has said nothing of them. Response codes that name no cause are among them (RFC 5530, RFC 2221).
    [Theory]
    [InlineData("NO")]
    [InlineData("-ERR")]
    [InlineData("NO no")]
    [InlineData("NO [CONTACTADMIN] Call the help desk")]
    [InlineData("NO [CANNOT] You must not do this")]
    [InlineData("NO [CLIENTBUG] That makes no sense")]
    [InlineData("NO [REFERRAL imap://jane@mail2.example.com/] Specified user is elsewhere. Try the other one.")]
    [InlineData("NO [X-THE-MOON] is in the wrong phase")]
    [InlineData("-ERR Ваша заявка принята")]
    [InlineData("NO Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy.")]
    public void Words_that_nobody_knows_are_a_refusal_for_an_unknown_reason(string reply)
    {
        Assert.Null(SignInRefusal.Known(reply, MailProtocol.Imap));
        Assert.Equal(new RefusalReading(SignInReason.AuthRefusedUnknown, null), Read(reply));
        var result = SignInResult.Refused("PLAIN", 1, reply, Read(reply));
        Assert.Equal((false, false, false), (result.IsPassing, result.IsLasting, result.IsUnmistakable));
    }

    [Theory]
    [InlineData("NO [LIMIT] Maximum number of connections from user+IP exceeded", SignInReason.AuthTooManyConnections)]
    [InlineData("-ERR Too many open connections (3 of 1 for user)", SignInReason.AuthTooManyConnections)]
    [InlineData("-ERR [SYS/TEMP] too many connections", SignInReason.AuthTooManyConnections)]
    [InlineData("NO [AUTHENTICATIONFAILED] System error", SignInReason.AuthServerFault)]
    [InlineData("NO [AUTHENTICATIONFAILED] Your account is locked. Invalid credentials.", SignInReason.AccountLocked)]
    [InlineData("-ERR Invalid user name or password. Too many invalid logon attempts.", SignInReason.AuthRateLimited)]
    [InlineData("NO [UNAVAILABLE] Authentication failed", SignInReason.AuthTemporaryFailure)]
    public void Words_that_name_a_cause_are_believed_before_a_general_code_and_before_blame(string reply, SignInReason reason) => Assert.Equal(reason, Read(reply).Reason);

    [Theory]
    [InlineData("NO [AUTHENTICATIONFAILED] LOGIN Invalid credentials or IMAP is disabled sc=ebI8JB0ug4Y1", SignInReason.AuthBadCredentials, SignInReason.AccountImapDisabled)]
    [InlineData("-ERR [AUTH] login failure or POP3 disabled, try later. sc=x", SignInReason.AuthBadCredentials, SignInReason.AccountPop3Disabled)]
    [InlineData("NO Account suspended or password expired", SignInReason.AccountSuspended, SignInReason.PasswordExpired)]
    [InlineData("NO Passwort falsch oder Konto gesperrt", SignInReason.AuthBadCredentials, SignInReason.AccountLocked)]
    [InlineData("NO Ihr Passwort ist abgelaufen oder falsch", SignInReason.AuthBadCredentials, SignInReason.PasswordExpired)]
    [InlineData("NO Your password is incorrect or has expired", SignInReason.AuthBadCredentials, SignInReason.PasswordExpired)]
    [InlineData("NO Le mot de passe est incorrect ou l'accès IMAP est désactivé", SignInReason.AuthBadCredentials, SignInReason.AccountImapDisabled)]
    public void What_is_said_as_either_or_stays_either_or(string reply, SignInReason one, SignInReason other)
    {
        var reading = Read(reply);
        Assert.Equal((one, other), (reading.Reason, reading.OrElse!.Value));
        Assert.False(SignInResult.Refused("PLAIN", 1, reply, reading).IsUnmistakable);
    }

    [Theory]
    [InlineData("-ERR Passwort ungueltig", SignInReason.AuthBadCredentials)]
    [InlineData("-ERR Nieprawidlowy login lub haslo", SignInReason.AuthBadCredentials)]
    [InlineData("NO Benutzername oder Passwort: UNGÜLTIGES PASSWORT", SignInReason.AuthBadCredentials)]
    [InlineData("NO Kullanici adi veya sifre hatali", SignInReason.AuthBadCredentials)]
    [InlineData("NO L'acces IMAP est desactive", SignInReason.AccountImapDisabled)]
    [InlineData("-ERR Zu haeufige Anmeldung", SignInReason.AuthRateLimited)]
    public void Words_are_known_without_their_accents_too(string reply, SignInReason reason) => Assert.Equal(reason, Read(reply).Reason);

    // What a server warns of, or supposes, has not happened.
    [Theory]
    [InlineData("-ERR Invalid password, 2 attempts remaining before account is locked", SignInReason.AuthBadCredentials)]
    [InlineData("NO [AUTHENTICATIONFAILED] Wrong password. Your account will be locked after 3 more attempts", SignInReason.AuthBadCredentials)]
    [InlineData("NO You have 3 login attempts left before your account is blocked", SignInReason.AuthRefusedUnknown)]
    [InlineData("NO Invalid login. Contact support if your account is suspended", SignInReason.AuthBadCredentials)]
    [InlineData("NO Falsches Passwort. Noch 2 Versuche, bevor das Konto gesperrt ist.", SignInReason.AuthBadCredentials)]
    [InlineData("NO If you use two-step verification, you need an app password", SignInReason.AuthAppPasswordRequired)]
    [InlineData("NO You must enable IMAP before you can log in", SignInReason.AccountImapDisabled)]
    [InlineData("NO Please wait before trying again", SignInReason.AuthRateLimited)]
    [InlineData("NO [AUTHENTICATIONFAILED] LOGIN This user does not have access rights to this service", SignInReason.AccountNotPermitted)]
    [InlineData("NO [ALERT] Internal login failure. Refer to server log for more information.", SignInReason.AuthServerFault)]
    [InlineData("-ERR [AUTH] authenticating: generic failure", SignInReason.AuthServerFault)]
    public void A_warning_of_what_may_come_is_no_cause(string reply, SignInReason reason) => Assert.Equal(reason, Read(reply).Reason);

    [Theory]
    [InlineData("NO user [SERVERBUG] is unknown here", SignInReason.AuthRefusedUnknown)]
    [InlineData("NO Hello [EXPIRED] world", SignInReason.AuthRefusedUnknown)]
    [InlineData("-ERR see [IN-USE]", SignInReason.AuthRefusedUnknown)]
    [InlineData("NO[EXPIRED]", SignInReason.PasswordExpired)]
    [InlineData("a1 no [expired] x", SignInReason.PasswordExpired)]
    [InlineData("-ERR [SYS/TEMP/DISK] hm", SignInReason.AuthTemporaryFailure)]
    public void A_response_code_speaks_only_where_the_grammar_has_it(string reply, SignInReason reason) => Assert.Equal(reason, Read(reply).Reason);

    [Theory]
    [InlineData("NO [INUSE] wait", MailProtocol.Imap, SignInReason.AuthInUse)]
    [InlineData("-ERR [INUSE] wait", MailProtocol.Pop3, SignInReason.Pop3MailboxInUse)]
    [InlineData("NO Mailbox is already in use", MailProtocol.Imap, SignInReason.AuthInUse)]
    [InlineData("-ERR [IN-USE] Temporary authentication failure.", MailProtocol.Pop3, SignInReason.Pop3MailboxInUse)]
    public void A_mailbox_in_use_is_told_as_what_it_is_over_each_protocol(string reply, MailProtocol protocol, SignInReason reason) =>
        Assert.Equal(reason, SignInRefusal.Read(reply, protocol).Reason);

    [Fact]
    public void An_error_about_the_token_names_the_token_where_the_reply_names_nothing() => Assert.Equal(
        [SignInReason.AuthTokenInvalid, SignInReason.AuthRefusedUnknown], new[] { true, false }.Select(x => SignInRefusal.Read("NO no", MailProtocol.Imap, isAccessToken: true, x).Reason));

    [Theory]
    [InlineData("text | unsafe login | auth-client-id-required | NetEase | 2026-07 | https://example.com/")]
    [InlineData("words | unsafe login | auth-client-id-required | NetEase | 2026-07 | https://example.com/ | -")]
    [InlineData("text |  | auth-client-id-required | NetEase | 2026-07 | https://example.com/ | -")]
    [InlineData("text | unsafe login | auth-no-such-reason | NetEase | 2026-07 | https://example.com/ | -")]
    [InlineData("text | unsafe login | 7 | NetEase | 2026-07 | https://example.com/ | -")]
    [InlineData("text | unsafe login | auth-client-id-required | NetEase | last summer | https://example.com/ | -")]
    [InlineData("text | unsafe login | auth-client-id-required | NetEase | 2026-07 |  | -")]
    public void A_row_that_cannot_be_read_is_named_by_its_line(string row)
    {
        using var list = new StringReader($"# head\n\n{Good}\n{row}\n");
        Assert.StartsWith("Line 4 ", Assert.Throws<FormatException>(() => RefusalList.Read(list)).Message, StringComparison.Ordinal);
    }

    private static RefusalReading Read(string reply) => SignInRefusal.Read(reply, reply.StartsWith('-') ? MailProtocol.Pop3 : MailProtocol.Imap);

    // Where the source quotes no whole reply, the words alone must do; those of a locked maildrop are POP3's.
    private static string Reply(KnownRefusal row)
    {
        var status = row.Reason is SignInReason.Pop3MailboxInUse or SignInReason.Pop3LoginDelay ? "-ERR" : "NO";
        return row.Example ?? (row.IsCode ? $"{status} [{row.Words}] no" : $"{status} {row.Words.Replace('*', 'x')}");
    }
}
