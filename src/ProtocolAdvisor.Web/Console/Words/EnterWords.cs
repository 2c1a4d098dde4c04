using ProtocolAdvisor.Web.Languages;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console.Words;

/// <summary>The words around the settings to enter: how, in which program, and as a text for the customer.</summary>
internal sealed record EnterWords
{
    public required string Copy { get; init; }

    /// <summary>For those who do not see at which value a copy button stands. Place: <c>name</c>.</summary>
    public required string CopyOf { get; init; }
    public required string Copied { get; init; }

    /// <summary>Asks for the program whose steps are shown.</summary>
    public required string Programs { get; init; }

    /// <summary>Programs with their steps, three to five each, as their menus were in November 2026. Place: <c>protocol</c>.</summary>
    public required IReadOnlyDictionary<MailProgram, ClientGuide> Clients { get; init; }

    /// <summary>What the customer gets.</summary>
    public required string Customer { get; init; }
    public required string CustomerHint { get; init; }
    public required string CustomerText { get; init; }
    public required string CopyCustomer { get; init; }
    public required string MailCustomer { get; init; }

    /// <summary>A mail's subject. Place: <c>name</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Closes the customer's text. Places: <c>link</c>, <c>day</c>.</summary>
    public required string WholeReport { get; init; }

    /// <summary>The words of a language.</summary>
    public static EnterWords In(Language language) => WebLanguages.PackOf(language).Enter();
}

/// <summary>How an account is set up in one mail program.</summary>
/// <param name="Name">The program, as people call it.</param>
/// <param name="Steps">What to do, in its order.</param>
internal sealed record ClientGuide(string Name, IReadOnlyList<string> Steps);
