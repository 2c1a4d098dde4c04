using ProtocolAdvisor.Web.Languages;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console.Words;

/// <summary>The page that makes a report's check anew. Sentences have the places that <see cref="Template"/> describes.</summary>
internal sealed record AgainWords
{
    /// <summary>Place: <c>subject</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Stands before the time of the report.</summary>
    public required string SameAs { get; init; }
    public required string Address { get; init; }

    /// <summary>Place: <c>masked</c>.</summary>
    public required string AddressHint { get; init; }

    /// <summary>Another account's address was typed. Place: <c>masked</c>.</summary>
    public required string OtherAccount { get; init; }

    /// <summary>The user name was not typed, or another one's.</summary>
    public required string Username { get; init; }

    /// <summary>Place: <c>masked</c>.</summary>
    public required string UsernameHint { get; init; }
    public required string PasswordHint { get; init; }
    public required string PasswordMissing { get; init; }

    /// <summary>The check did not sign in.</summary>
    public required string WithoutSignIn { get; init; }

    /// <summary>The check signed in with an access token.</summary>
    public required string WithToken { get; init; }
    public required string Button { get; init; }
    public required string Back { get; init; }
    public required string New { get; init; }

    /// <summary>The words of a language.</summary>
    public static AgainWords Of(Language language) => WebLanguages.PackOf(language).Again();
}
