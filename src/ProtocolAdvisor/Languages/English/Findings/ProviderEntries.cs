using ProtocolAdvisor.Findings;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Languages.English.Findings;

/// <summary>What is publicly known of providers.</summary>
internal static class ProviderEntries
{
    public static IReadOnlyDictionary<FindingCode, FindingText> All { get; } = new Dictionary<FindingCode, FindingText>
    {
        [ProviderNoStandardProtocol] = new(
            "This provider offers neither IMAP nor POP3 to mail programs",
            "As far as we know, its servers speak a language of their own, and ordinary mail programs cannot connect to them. So we asked no server, and no password was sent.",
            "Use the provider's own program or its web page. If you need an ordinary mail program, you need a mailbox at another provider.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.BridgeIsThere] = "Install the provider's bridge on your computer, and set up your mail program with the server, port and password that the bridge shows. On phones, use the provider's own program.",
            },
        },
        [ProviderWantsAppPassword] = new(
            "Likely: the provider wants an app password",
            "As far as we know, this provider refuses your own password in mail programs, and says no more than that it is wrong. It may well be right.",
            "Create an app password with the provider, and enter it in place of your own; the page for it stands under “Before you begin”. Do not reset your own password.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.OAuthFitsToo] = "Create an app password with the provider, and enter it in place of your own; the page for it stands under “Before you begin”. Or choose OAuth2 in the mail program. Do not reset your own password.",
                [RemedyVariant.SecondFactorOnly] = "If you have switched on two-step sign-in there, create an app password, and enter it in place of your own; the page for it stands under “Before you begin”. If you have not, check your password in webmail.",
            },
        },
        [ProviderWantsAuthorisationCode] = new(
            "Likely: the provider wants its authorisation code",
            "As far as we know, this provider refuses your own password in mail programs, and gives out a code in its place. Your password may well be right.",
            "Switch on IMAP or POP3 in the provider's web settings, and enter the authorisation code that it shows you as the password. Do not reset your own password."),
        [ProviderWantsMailPassword] = new(
            "Likely: the provider wants the separate password for mail",
            "As far as we know, mail programs have a password of their own at this provider; the one of its web pages is refused. It may well be right.",
            "Set the password for mail programs on the provider's web pages, and enter that one."),
        [ProviderOauthOnly] = new(
            "Likely: the provider takes no passwords, only OAuth2",
            "As far as we know, mail programs sign in to this provider through its own sign-in page. It refuses every password, and yours may well be right.",
            "Choose OAuth2 (modern authentication) in the mail program, and sign in on the page that opens. Do not reset the password."),
        [ProviderAccessOff] = new(
            "Likely: access for mail programs is not switched on yet",
            "As far as we know, this provider lets no mail program in before somebody has switched that on, and refuses every password until then.",
            "Switch it on in the provider's mail settings; the page for it stands under “Before you begin”. Then try again with the same password.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.AdministratorDecides] = "Ask the administrator of your organisation whether mail programs are allowed, and to switch them on for you. Then try again with the same password.",
                [RemedyVariant.PlanLacksIt] = "Look at the provider which plan has access for mail programs. Where yours has none, use its web page or its own program.",
            },
        },
        [ProviderPop3Differs] = new(
            "POP3 works in its own way at this provider",
            "As far as we know, POP3 shows or treats mail otherwise here than you may expect; what is known is quoted.",
            "Read what is quoted before you choose POP3. With IMAP all mail is shown, and nothing of this applies."),
        [ProviderLimits] = new(
            "Likely: this provider allows only so much",
            "As far as we know, it refuses for a while what goes beyond the quoted limits. That looks like a fault, and is none.",
            "Keep within what is quoted: close mail programs that you do not use, and spread large amounts over several days. What was refused works again later."),
    };
}
