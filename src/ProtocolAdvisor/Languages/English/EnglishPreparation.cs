using ProtocolAdvisor.Advice;

namespace ProtocolAdvisor.Languages.English;

/// <summary>What must be done before a mail program is set up, in English.</summary>
internal static class EnglishPreparation
{
    public static PreparationPhrases Phrases { get; } = new()
    {
        Heading = "Before you begin, at {provider}",
        OrOAuth2 = "Or take a mail program that has OAuth2 for this provider.",
        OnlyIfChosen = "Only if you choose the other protocol: {step}",
        KnownSince = "We last looked that up on {date:date}; it may have changed.",
        Steps = new Dictionary<PreparationCode, IReadOnlyList<string>>
        {
            [PreparationCode.UseOwnPrograms] = ["Use the provider's own programs or its web page. Ordinary mail programs cannot connect to it."],
            [PreparationCode.InstallBridge] = ["Install the provider's bridge on your computer. It shows the server, the port and the password that your mail program needs. As far as we know, it is part of paid plans only."],
            [PreparationCode.SwitchOnImap] = ["Switch IMAP on in the provider's web settings. It is off until you do."],
            [PreparationCode.SwitchOnPop3] = ["Switch POP3 on in the provider's web settings. It is off until you do."],
            [PreparationCode.AskForImap] = ["Where an organisation runs the mailbox: ask its administrator whether IMAP is switched on for you."],
            [PreparationCode.AskForPop3] = ["Where an organisation runs the mailbox: ask its administrator whether POP3 is switched on for you."],
            [PreparationCode.PlanLacksImap] = ["Not every plan has IMAP: “{plan}” has none.", "The provider's plans have no IMAP. Use its web page or its own programs."],
            [PreparationCode.PlanLacksPop3] = ["Not every plan has POP3: “{plan}” has none.", "The provider's plans have no POP3."],
            [PreparationCode.CreateAppPassword] = ["Create an app password with the provider, and enter it in your mail program in place of your own password, which is refused there."],
            [PreparationCode.CreateAppPasswordWithSecondFactor] = ["If you sign in to the provider in two steps, create an app password, and enter it in your mail program in place of your own password."],
            [PreparationCode.CheckAppPassword] = ["Check the app password that you entered: whole, without spaces, and of this account. If in doubt, create a new one with the provider."],
            [PreparationCode.CreateAuthorisationCode] = ["Have an authorisation code made in the provider's web settings, and enter it in your mail program in place of your own password, which is refused there."],
            [PreparationCode.SetMailPassword] = ["Set the separate password for mail programs on the provider's web pages, and enter that one in your mail program."],
            [PreparationCode.UseOauth2] = ["Take a mail program that has OAuth2 (modern authentication) for this provider. It opens the provider's sign-in page; passwords typed into the program are refused."],
            [PreparationCode.UseLocalPart] = ["Enter as user name only what stands before the @ sign of your address."],
            [PreparationCode.UseAccountName] = ["Enter as user name the one that the provider gave you; it is not your e-mail address."],
            [PreparationCode.UseMainAddress] = ["Enter as user name the main address of the account; other addresses of it (aliases) are refused."],
        },
    };
}
