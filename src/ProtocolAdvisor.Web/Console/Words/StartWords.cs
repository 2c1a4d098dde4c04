using ProtocolAdvisor.Web.Languages;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console.Words;

/// <summary>The start page's words, and the questions that the report's page asks again.</summary>
internal sealed record StartWords
{
    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required string Wrong { get; init; }
    public required string Address { get; init; }
    public required string AddressHint { get; init; }
    public required string Password { get; init; }
    public required string PasswordHint { get; init; }
    public required string PasswordAgain { get; init; }
    public required string Cancelled { get; init; }
    public required string More { get; init; }
    public required string Username { get; init; }
    public required string UsernameHint { get; init; }
    public required string Server { get; init; }
    public required string ServerHint { get; init; }
    public required string Use { get; init; }
    public required string UseHint { get; init; }
    public required string Check { get; init; }

    public required string NotSaid { get; init; }
    public required string Yes { get; init; }
    public required string No { get; init; }

    /// <summary>The questions, by their field.</summary>
    public required IReadOnlyDictionary<string, string> Questions { get; init; }

    /// <summary>The answers that can be chosen, by field and value.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<(string Value, string Text)>> Answers { get; init; }

    /// <summary>The words of a language.</summary>
    public static StartWords Of(Language language) => WebLanguages.PackOf(language).Start();
}
