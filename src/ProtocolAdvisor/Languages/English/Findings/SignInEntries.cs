using ProtocolAdvisor.Findings;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Languages.English.Findings;

/// <summary>How signing in ended.</summary>
internal static class SignInEntries
{
    public static IReadOnlyDictionary<FindingCode, FindingText> All { get; } = new Dictionary<FindingCode, FindingText>
    {
        [AuthBadCredentials] = new(
            "User name or password was refused",
            "Usually one of them is wrong. Some servers say the same when IMAP or POP3 is switched off for the account.",
            "Sign in to webmail with the same password. If it works there, try the whole e-mail address as user name, and check that IMAP and POP3 are switched on.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.AddressWasTried] = "Sign in to webmail with the same password. If it works there, check in the provider's settings that IMAP and POP3 are switched on, and which user name mail programs are to use.",
                [RemedyVariant.ProviderIsLikelier] = "Your password may well be right: begin with what we say of this provider. If that does not help, check user name and password in webmail.",
                [RemedyVariant.AppPasswordWasTried] = "What was typed looks like a password made for mail programs. Check that it was copied whole and belongs to this account, or create a new one.",
            },
        },
        [AuthAppPasswordRequired] = new(
            "An app password is needed",
            "The account has two-step sign-in; mail programs need a password of their own.",
            "Create an app password in the account's security settings and use it instead of the normal one."),
        [AuthWebLoginRequired] = new(
            "Sign in once in the web browser",
            "The provider wants to make sure it is you before it lets a mail program in.",
            "Sign in on the provider's web page, confirm what it asks, and try again."),
        [AuthBasicBlocked] = new(
            "Password sign-in is switched off at this provider",
            "Your password may well be right, but mail programs may not sign in with it.",
            "Choose OAuth2 (modern authentication) in the mail program. Do not reset the password."),
        [AuthTokenInvalid] = new(
            "The sign-in token was refused",
            "The permission that the program got from the provider has expired, was withdrawn or does not cover mail.",
            "Sign in again in the mail program. For developers: check the token's scope and audience."),
        [AccountImapDisabled] = new(
            "IMAP is switched off for this account",
            "As long as the account may not use IMAP, no password helps here.",
            "Switch IMAP on in the provider's mail settings, or ask your administrator."),
        [AccountPop3Disabled] = new(
            "POP3 is switched off for this account",
            "As long as the account may not use POP3, no password helps here.",
            "Switch POP3 on in the provider's mail settings, or ask your administrator."),
        [AccountNotConnected] = new(
            "Signed in, but there is no mailbox behind it",
            "The password was right, but the account does not lead to a mailbox over this protocol.",
            "Use the main address instead of an alias as user name. For administrators: check that the protocol is on and a licence assigned."),
        [AccountLocked] = new(
            "The account is locked",
            "The provider has locked it, often after many failed sign-ins from some forgotten device.",
            "Unlock it on the provider's web page or through its support, and stop other devices with an old password."),
        [PasswordExpired] = new(
            "The password has expired",
            "It was right, but it must be changed before it works again.",
            "Change the password on the provider's web page, then in all devices."),
        [AuthRateLimited] = new(
            "Too many sign-ins in a short time",
            "The server makes everyone wait. This does not mean that the password is wrong.",
            "Wait an hour. Remove old devices that keep trying, and let mail programs check less often."),
        [AuthTooManyConnections] = new(
            "Too many connections at the same time",
            "Your devices together keep more connections open than the server allows. The password is not the cause.",
            "Close mail programs on other devices, and lower the number of cached connections in their settings."),
        [AuthBandwidthExceeded] = new(
            "The daily amount of data is used up",
            "The account has transferred more than the provider allows in a day. The password is not the cause.",
            "Wait a day. Fetch a large mailbox in parts."),
        [AuthTemporaryFailure] = new(
            "The server has a problem of its own",
            "It cannot check sign-ins at the moment. The password is not the cause.",
            "Try again later. If it goes on, tell your provider and quote the line."),
        [AuthTlsRequired] = new(
            "The server takes an encrypted connection for an open one",
            "The sign-in went over TLS, and the server refused it as unencrypted. Usually a proxy in front of it takes the encryption off and does not say so.",
            "For the provider: let the mail server know that connections from the proxy are encrypted. There is nothing to change in the mail program."),
        [AuthMechanismRejected] = new(
            "This way of signing in does not fit",
            "The server does not take the kind of sign-in that was tried, but may take another.",
            "Choose “normal password” over SSL/TLS as authentication, or OAuth2 where the provider demands it.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.PasswordWasTried] = "The normal password over SSL/TLS was tried. Choose OAuth2 where the provider has it, or ask your provider how mail programs are to sign in.",
                [RemedyVariant.TokenWasTried] = "An access token was tried. Ask your provider whether mail programs are to sign in with a password or an app password.",
            },
        },
        [AuthClientIdRequired] = new(
            "The server wants to know the mail program first",
            "Providers such as NetEase (163.com, 126.com) admit only programs that introduce themselves, with an authorisation code as password.",
            "Create an authorisation code in the provider's web settings, and use a mail program that sends the IMAP ID command."),
        [SecretFormatSuspect] = new(
            "The password may contain stray spaces",
            "App passwords are shown in groups with spaces between; the spaces are often copied along.",
            "Enter it again without spaces."),
        [LoginDiffersByProtocol] = new(
            "Signing in works with one protocol only",
            "The password is right, as the other protocol accepted it. This protocol is likely switched off, or the server is another one.",
            "Use the protocol that works, or switch the other on in the provider's mail settings."),
        [Pop3MailboxInUse] = new(
            "Another program is fetching mail over POP3",
            "POP3 lets in only one program at a time. The password is right.",
            "Wait a few minutes. If several devices or people share the mailbox, use IMAP.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.OtherProtocolFails] = "Wait a few minutes, or close the program that is connected.",
            },
        },
        [Pop3LoginDelay] = new(
            "The server limits how often POP3 may look for mail",
            "A mail program that checks more often is turned away for a while.",
            "Set the interval for checking mail above the time quoted here."),
        [AuthUnanswered] = new(
            "The server does not answer the sign-in",
            "It took the sign-in data and said nothing for as long as we waited. Whether they are right is not known.",
            "Try again later. For the provider: look at the service that checks passwords (LDAP, PAM, database)."),
        [AuthRefusedUnknown] = new(
            "The server refuses the sign-in, in words of its own",
            "We know no usual cause for the words that are quoted here. They need not mean that the password is wrong.",
            "Read the quoted words and do as they say. If they do not help, try again later, or ask your provider with this line."),
        [AuthServerFault] = new(
            "The server failed by itself during the sign-in",
            "It says that something went wrong on its own side. The password is not the cause.",
            "Try again later. If it goes on, tell your provider and quote the line."),
        [AccountSuspended] = new(
            "The account is suspended or closed",
            "The provider does not let anyone sign in to it at present: for misuse, an unpaid bill, or because it was not used for long.",
            "Ask your provider with the quoted line. Changing the password does not help."),
        [AccountNotPermitted] = new(
            "The account may not do this",
            "The provider does not allow the account this kind of access: it is not part of the plan, has no licence, or is forbidden by a rule.",
            "Look for the switch in the provider's mail settings, or ask your provider or administrator with the quoted line."),
        [AuthSecondFactor] = new(
            "The account asks for a second factor",
            "Besides the password the provider wants a code or a confirmation, and a mail program cannot give that.",
            "Create an app password in the account's security settings, or choose OAuth2 in the mail program where the provider has it."),
        [AuthInUse] = new(
            "Another session is using the mailbox",
            "The server does not let a second one in at the same time. The password is not the cause.",
            "Wait a few minutes, or close the mail program that is connected."),
    };
}
