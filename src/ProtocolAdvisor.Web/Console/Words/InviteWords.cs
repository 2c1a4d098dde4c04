using ProtocolAdvisor.Web.Invites;
using ProtocolAdvisor.Web.Languages;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console.Words;

/// <summary>The words of invites. Sentences have the places that <see cref="Template"/> describes.</summary>
internal sealed record InviteWords
{
    /// <summary>The page that makes one.</summary>
    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required string Address { get; init; }
    public required string AddressHint { get; init; }
    public required string From { get; init; }
    public required string FromHint { get; init; }
    public required string Note { get; init; }
    public required string NoteHint { get; init; }
    public required string Make { get; init; }

    /// <summary>The page of a new one. Places: <c>account</c>, <c>instant</c>, <c>link</c>, <c>from</c>.</summary>
    public required string MadeTitle { get; init; }
    public required string MadeText { get; init; }
    public required string Link { get; init; }
    public required string Copy { get; init; }
    public required string Copied { get; init; }
    public required string Mail { get; init; }
    public required string MailSubject { get; init; }
    public required string MailText { get; init; }
    public required string Message { get; init; }
    public required string Revoke { get; init; }
    public required string ToHistory { get; init; }

    /// <summary>The invited person's page. Places: <c>from</c>, <c>account</c>, <c>instant</c>.</summary>
    public required string AskTitle { get; init; }
    public required string AskText { get; init; }
    public required string Somebody { get; init; }
    public required string Password { get; init; }
    public required string PasswordHint { get; init; }
    public required string Check { get; init; }
    public required IReadOnlyList<string> Promises { get; init; }

    /// <summary>The page of one that cannot be used, by what became of it.</summary>
    public required string UnknownTitle { get; init; }
    public required string UnknownText { get; init; }
    public required string RunningTitle { get; init; }
    public required string RunningText { get; init; }
    public required IReadOnlyDictionary<InviteState, (string Title, string Text)> Over { get; init; }

    /// <summary>The invites in the history. Place: <c>account</c>.</summary>
    public required string Pending { get; init; }
    public required string GoodUntil { get; init; }
    public required string RevokeOf { get; init; }

    /// <summary>The words of a language.</summary>
    public static InviteWords In(Language language) => WebLanguages.PackOf(language).Invite();
}
