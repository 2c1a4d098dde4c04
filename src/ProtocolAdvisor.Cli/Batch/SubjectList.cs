using System.Text;
using ProtocolAdvisor.Cli.Options;
using ProtocolAdvisor.Cli.Words;
using ProtocolAdvisor.Pasting;

namespace ProtocolAdvisor.Cli.Batch;

/// <summary>
/// A list of domains, addresses and servers, one a line, or in the first column of a table. Blank lines and those that begin with <c>#</c>
/// say nothing; what is there twice counts once.
/// </summary>
/// <param name="Subjects">The subjects, in the list's order.</param>
/// <param name="Duplicates">How many lines were left out because an earlier one says the same.</param>
internal sealed record SubjectList(IReadOnlyList<ListedSubject> Subjects, int Duplicates)
{
    private const int Most = 100_000;
    private const int MostComplaints = 20;
    private const int MostBytes = 16 << 20;
    private static readonly string[] Headings = ["domain", "email", "e-mail", "host", "subject"];
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>Reads a list whole; from the standard input where the path is a hyphen.</summary>
    /// <exception cref="WrongUsageException">It cannot be read, or lines of it are wrong: all of them are told, up to a few.</exception>
    public static async Task<SubjectList> ReadAsync(string path, Screen screen, CancellationToken cancellationToken)
    {
        var phrases = screen.Phrases;
        var (subjects, seen, complaints, duplicates, number) = (new List<ListedSubject>(), new HashSet<string>(StringComparer.Ordinal), new List<string>(), 0, 0);
        foreach (var line in (await TextAsync(path, phrases, cancellationToken)).Split('\n'))
        {
            number++;
            var cell = line.Split(Separators)[0].Trim().Trim('"').Trim();
            if (cell.Length == 0 || cell.StartsWith('#') || (subjects.Count == 0 && Headings.Contains(cell, StringComparer.OrdinalIgnoreCase))) continue;
            var reading = PasteReader.Read(cell);
            if (reading.Subject is not { } subject) complaints.Add(phrases.InLine(number, SubjectText.Fault(reading, phrases)));
            else if (!seen.Add(subject.Text)) duplicates++;
            else subjects.Add(new ListedSubject(subjects.Count + 1, subject));
        }

        if (complaints.Count > 0) throw new WrongUsageException(string.Join('\n', complaints.Take(MostComplaints).Concat(complaints.Count > MostComplaints ? [phrases.AndMore(complaints.Count - MostComplaints, screen.Language)] : [])));
        if (subjects.Count is 0 or > Most) throw new WrongUsageException(phrases.Wants("--file", phrases.ExpectedList));
        return new SubjectList(subjects, duplicates);
    }

    private static async Task<string> TextAsync(string path, CliPhrases phrases, CancellationToken cancellationToken)
    {
        try
        {
            await using var input = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
            using var bytes = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int read; (read = await input.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                if (bytes.Length + read > MostBytes) throw new WrongUsageException(phrases.Wants("--file", phrases.ExpectedList));
                bytes.Write(buffer, 0, read);
            }

            return new UTF8Encoding(false, true).GetString(bytes.ToArray()).TrimStart('\uFEFF');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new WrongUsageException(phrases.Wants("--file", phrases.ExpectedList));
        }
    }
}
