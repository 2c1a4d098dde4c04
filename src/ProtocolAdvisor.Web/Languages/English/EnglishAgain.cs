using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.English;

/// <summary>The page that makes a report's check anew, in English.</summary>
internal static class EnglishAgain
{
    public static AgainWords Words { get; } = new()
    {
        Title = "Check {subject} again",
        SameAs = "The account and the answers are those of the report of",
        Address = "E-mail address",
        AddressHint = "Reports hide it ({masked}), so please complete it.",
        OtherAccount = "This is not the account of the report ({masked}). For another account, start a new check.",
        Username = "User name",
        UsernameHint = "Reports hide it ({masked}), so please enter it again.",
        PasswordHint = "It was not kept. It goes only to the mail server, encrypted.",
        PasswordMissing = "Enter the password. To check only the servers, start a new check.",
        WithoutSignIn = "That check did not sign in, so nothing more is needed.",
        WithToken = "That check signed in with an access token, which this page cannot take: now only the servers are checked, not the mailbox.",
        Button = "Check again",
        Back = "Back to the report",
        New = "New check",
    };
}
