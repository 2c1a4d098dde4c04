namespace ProtocolAdvisor.Web.Startup.Configured;

/// <summary>Finds what was probably meant.</summary>
internal static class Spelling
{
    private const int FewSlips = 2;

    /// <summary>The word that differs least, by two letters at most and by fewer than half of them; null where there is none.</summary>
    public static string? Nearest(string typed, IEnumerable<string> words) => words
        .Select(word => (Word: word, Slips: Slips(typed, word)))
        .Where(x => x.Slips is <= FewSlips).OrderBy(x => x.Slips).Select(x => x.Word).FirstOrDefault();

    /// <summary>
    /// By how many letters the word differs, case apart; null where it is another word: by more than two and a third of it, or by half of it.
    /// </summary>
    public static int? Slips(string typed, string word) =>
        Distance(typed.ToUpperInvariant(), word.ToUpperInvariant()) is var slips
        && slips <= Math.Max(FewSlips, word.Length / 3) && 2 * slips < word.Length ? slips : null;

    // Levenshtein's distance, in which two letters that changed places are one slip.
    private static int Distance(string one, string other)
    {
        var slips = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0) slips[i, j] = i + j;
                else slips[i, j] = Math.Min(slips[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1), Math.Min(slips[i - 1, j], slips[i, j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) slips[i, j] = Math.Min(slips[i, j], slips[i - 2, j - 2] + 1);
            }
        }

        return slips[one.Length, other.Length];
    }
}
