using System.Globalization;
using ProtocolAdvisor.Web.Invites;

namespace ProtocolAdvisor.Web.Console;

/// <summary>Where the pages are.</summary>
internal static class ConsolePaths
{
    /// <summary>Asks for an address.</summary>
    public const string Start = "/";

    /// <summary>Runs an assessment, and shows how it goes.</summary>
    public const string Assess = "/assess";

    /// <summary>Says what is understood of a text, without checking it.</summary>
    public const string Understand = "/understand";

    /// <summary>The reports of this installation.</summary>
    public const string History = "/history";

    /// <summary>Two reports side by side.</summary>
    public const string Compare = "/compare";

    /// <summary>Makes a link with which somebody types his own password.</summary>
    public const string Invite = "/invite";

    /// <summary>Where such a link leads.</summary>
    public const string Ask = InviteLink.Path;

    /// <summary>The link itself.</summary>
    public static string AskOf(string token) => $"{Ask}/{token}";

    /// <summary>Takes a key.</summary>
    public const string SignIn = "/sign-in";

    /// <summary>Forgets it.</summary>
    public const string SignOut = "/sign-out";

    /// <summary>Takes the choice of a language.</summary>
    public const string ChooseLanguage = "/language";

    /// <summary>Styles, script and picture.</summary>
    public const string Assets = "/console";

    /// <summary>Two reports side by side.</summary>
    public static string CompareOf(string one, string other) => $"{Compare}?id={one}&id={other}";

    /// <summary>Takes an invite back.</summary>
    public static string Revoke(string id) => $"/invites/{id}/revoke";

    /// <summary>Takes what is to be noted at a report.</summary>
    public static string Note(string id) => $"/reports/{id}/note";

    /// <summary>Audits of many subjects.</summary>
    public const string Audits = "/audits";

    /// <summary>An audit.</summary>
    public static string Audit(string id) => $"{Audits}/{id}";

    /// <summary>A report.</summary>
    public static string Report(string id) => $"/reports/{id}";

    /// <summary>What was said to one of a report's servers: too much to lie folded on its page.</summary>
    /// <param name="id">The report.</param>
    /// <param name="server">Which of its servers, from 1.</param>
    public static string Conversation(string id, int server) => $"/reports/{id}/conversations/{server.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Asks for what a report's check needs to be made anew: the password alone.</summary>
    public static string Again(string id) => $"/reports/{id}/again";
}
