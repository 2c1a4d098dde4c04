namespace ProtocolAdvisor.Web.Console;

/// <summary>A mail program whose steps are told, in the order in which they are offered.</summary>
public enum MailProgram
{
    /// <summary>Thunderbird on a desk.</summary>
    Thunderbird,

    /// <summary>Outlook, the classic and the new one.</summary>
    Outlook,

    /// <summary>Apple Mail, on a telephone and a Mac.</summary>
    Apple,

    /// <summary>Thunderbird for Android, and K-9 Mail.</summary>
    Android,

    /// <summary>Google's app on Android.</summary>
    Gmail,
}
