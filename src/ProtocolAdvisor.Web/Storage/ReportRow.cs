using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>
/// What lists say of a report: written with it, so that a list reads no run and judges nothing. It holds codes and no sentences, and what it
/// holds of an account is masked.
/// </summary>
internal sealed class ReportRow
{
    /// <summary>The row's number, given by the database.</summary>
    public long Number { get; init; }

    /// <summary>The report's id.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the key that it was made with; null for none, empty where that is unknown.</summary>
    public required string? Owner { get; init; }

    /// <summary>When its run began: Unix time in milliseconds.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>When it is removed: Unix time in milliseconds.</summary>
    public required long ExpiresAt { get; init; }

    /// <summary>The masked address; null where none was given.</summary>
    public required string? Account { get; init; }

    /// <summary>The mail domain; null where neither an address nor a domain was given.</summary>
    public required string? Domain { get; init; }

    /// <summary>The first server that was probed; null for none.</summary>
    public required string? Server { get; init; }

    /// <summary>Whether it works, as the wire spells it.</summary>
    public required string State { get; set; }

    /// <summary>The outcome and how it stands, by their names in the code, divided by a blank.</summary>
    public required string Headline { get; set; }

    /// <summary>What is recommended, as the wire spells it.</summary>
    public required string Protocol { get; set; }

    /// <summary>How many causes must be mended.</summary>
    public required int Blocking { get; set; }

    /// <summary>The weightiest findings' codes, divided by blanks.</summary>
    public required string Leading { get; set; }

    /// <summary>By which rules it was judged.</summary>
    public required string Rules { get; set; }

    /// <summary>What its owner has noted at it; null for nothing.</summary>
    public string? Note { get; set; }

    /// <summary>
    /// What it is found by, in lower case, a line each: its domain, or server where no address was given, the same in its own letters where it
    /// has any, and the note.
    /// </summary>
    public required string Searched { get; set; }

    /// <summary>All its findings.</summary>
    public List<RowFinding> Findings { get; init; } = [];

    /// <summary>What a report without, or with, this note is found by.</summary>
    public static string SearchedBy(string? name, string? note)
    {
        var own = OwnLetters.Of(name ?? "");
        var names = own == (name ?? "") ? own : $"{name}\n{own}";
        return note is null ? names : $"{names}\n{note.ToLowerInvariant()}";
    }
}

/// <summary>A finding of a listed report.</summary>
internal sealed class RowFinding
{
    /// <summary>The row.</summary>
    public long Number { get; init; }

    /// <summary>The finding's code, as the wire spells it.</summary>
    public required string Code { get; init; }
}
