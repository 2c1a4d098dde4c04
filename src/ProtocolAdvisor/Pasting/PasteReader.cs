namespace ProtocolAdvisor.Pasting;

/// <summary>
/// Reads whatever somebody pastes to have it checked: an address in any wrapping that programs give it, a domain, a server, a link, or a
/// list of them. Pure: nothing is looked up. It never throws, and what it understood is read as the same again
/// (<see cref="PastedSubject.Text"/>).
/// </summary>
internal static class PasteReader
{
    /// <summary>Characters that are looked at; nobody writes down a mailbox in more.</summary>
    public const int LongestText = 4_000;

    /// <summary>What a text names.</summary>
    public static PasteReading Read(string? text)
    {
        if (text is { Length: > LongestText }) return new([], PasteFault.TooLong);
        var line = PasteText.OutOfLink(PasteText.Cleaned(text ?? ""));
        var entries = WithPorts([.. PasteText.Entries(line).Select(x => (Entry(x), x)).Where(x => x.Item1.Words.Count > 0)], line);
        var words = entries.SelectMany(x => x.Words).ToList();
        if (words.Count == 0) return new([], PasteFault.Empty);
        var subjects = Best([.. words.Select(x => x.Read.Subject).OfType<PastedSubject>().Distinct()]);
        return subjects.Count switch
        {
            0 => Refused(words),
            1 => new(subjects, null) { Instead = LikelyMeant.By(subjects[0]), IsGuess = IsGuess(entries, subjects[0]) },
            _ => new(subjects, IsOneServer(subjects) ? PasteFault.ProtocolMissing : PasteFault.Several),
        };
    }

    private static bool IsOneServer(List<PastedSubject> subjects) =>
        subjects.TrueForAll(x => x is PastedSubject.Server { Endpoint: not null }) && subjects.Cast<PastedSubject.Server>().DistinctBy(x => (x.Host, x.Endpoint!.Port)).Count() == 1;

    // A port belongs to the server of its entry; of the only one, it may stand on another line.
    private static List<PastedEntry> WithPorts(List<(PastedEntry Entry, string Text)> entries, string line)
    {
        var isOne = entries.SelectMany(x => x.Entry.Words).Select(x => x.Read.Subject).OfType<PastedSubject>().Distinct().Count() == 1;
        return [.. entries.Select(x => WithPort(x.Entry, isOne ? line : x.Text))];
    }

    private static PastedEntry WithPort(PastedEntry entry, string text)
    {
        if (entry.Words.FindAll(x => x.Read.Subject is not null) is not [var only]) return entry;
        var host = only.Read.Subject switch
        {
            PastedSubject.Domain { Name: var name } => name,
            PastedSubject.Server { Host: var name, Endpoint: null } => name,
            _ => null,
        };
        if (host is null || (only.Read.Port is { } own ? [own] : PastedPort.In(text)) is not [var port]) return entry;
        var meant = PastedPort.Of(host, port, text).Select(x => only with { Read = only.Read with { Subject = x, IsGuess = true } });
        return entry with { Words = [.. entry.Words.TakeWhile(x => x != only), .. meant, .. entry.Words.SkipWhile(x => x != only).Skip(1)] };
    }

    // Beside an address, names are the company's page in a signature, or the word behind a full stop.
    private static List<PastedSubject> Best(List<PastedSubject> subjects) =>
        subjects.Exists(x => x is PastedSubject.Mailbox) ? [.. subjects.Where(x => x is PastedSubject.Mailbox)] : subjects;

    private static PasteReading Refused(List<Word> words)
    {
        var (text, read) = words.Find(x => x.Text.Contains('@', StringComparison.Ordinal)) ?? words[^1];
        var isProse = words.Count > 1 && !text.Contains('@', StringComparison.Ordinal);
        return new([], isProse ? PasteFault.Unreadable : read.Fault ?? PasteFault.Unreadable)
        {
            Instead = read.Fault == PasteFault.EndingMissing ? LikelyMeant.By(PasteText.Bare(text)) : null,
            Unfit = read.Fault == PasteFault.UnfitCharacter ? PastedWord.UnfitIn(PasteText.Bare(text)) : "",
        };
    }

    private static bool IsGuess(List<PastedEntry> entries, PastedSubject subject)
    {
        var bracketed = entries.Exists(x => x.IsBracketed);
        return entries.Exists(x => x.Words.Exists(word => word.Read.Subject == subject ? word.Read.IsGuess || !x.IsSure : !bracketed));
    }

    private static PastedEntry Entry(string entry)
    {
        var (open, close) = (entry.LastIndexOf('<'), entry.LastIndexOf('>'));
        var inside = open >= 0 && close > open + 1 ? WordOf(entry[(open + 1)..close]) : null;
        if (inside is { Read.Subject: not null }) return new([inside], true);
        var parts = PasteText.WithoutComment(entry).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var words = parts.Where(x => x.Any(char.IsLetterOrDigit) || x.Contains('@')).Select(WordOf).ToList();
        var labels = parts.Count(x => x.EndsWith(':') && !x.Contains('@', StringComparison.Ordinal));
        var link = words.Find(x => x.Read.Subject is not null && x.Text.StartsWith('[') && x.Text.Contains(':'));
        if (link is not null) return new([link], true);
        return labels > 0 && words.Count == labels + 1 && words[^1].Read.Subject is not null ? new([words[^1]], false) : new(words, false);
    }

    private static Word WordOf(string text) => new(text, PastedWord.Of(text));

    private sealed record Word(string Text, PastedWord Read);

    /// <summary>An entry of a list.</summary>
    /// <param name="Words">Its words.</param>
    /// <param name="IsBracketed">Whether it is a name with its address in brackets.</param>
    private sealed record PastedEntry(List<Word> Words, bool IsBracketed)
    {
        /// <summary>Whether nothing stands beside what it names but what belongs there.</summary>
        public bool IsSure => IsBracketed || Words.Count == 1;
    }
}
