using System.Collections;
using System.Text.RegularExpressions;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Languages.Polish;

/// <summary>
/// A third language, which no source of ours knows of: Polish numbers, months and plural rules. Its sentences are English ones between ⟦ and ⟧, and its words
/// have a form for each plural category, so that a sentence of another language among them can be seen.
/// </summary>
internal static partial class PolishPack
{
    public static Language Language { get; } = new(
        "pl",
        "Polski",
        new(
            new(Category, PluralCategory.One, PluralCategory.Few, PluralCategory.Many, PluralCategory.Other),
            decimalPoint: ",",
            groupSeparator: "\u00A0",
            dateFormat: "d\u00A0MMMM yyyy",
            months: ["stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października", "listopada", "grudnia"],
            timeUnits: ["sekunda|sekundy|sekund|sekundy", "minuta|minuty|minut|minuty", "godzina|godziny|godzin|godziny", "dzień|dni|dni|dnia"]),
        Language.English.Tables.ToDictionary(x => x.Key, x => new Func<object>(() => Translated(x.Value())!)));

    // CLDR's cardinal rule for "pl".
    private static PluralCategory Category(decimal number) => (number.Scale, number % 10, number % 100) switch
    {
        (not 0, _, _) => PluralCategory.Other,
        _ when number == 1 => PluralCategory.One,
        (_, >= 2 and <= 4, not (>= 12 and <= 14)) => PluralCategory.Few,
        _ => PluralCategory.Many,
    };

    private static object? Translated(object? value) => value switch
    {
        string sentence => $"⟦{Choice().Replace(sentence, "{$1:$2(1)|$3(2)|$3(5)|$3(½)}")}⟧",
        IDictionary entries => TranslatedEntries(entries),
        IEnumerable items => TranslatedItems(items),
        null or ValueType => value,
        _ => TranslatedMembers(value),
    };

    private static IDictionary TranslatedEntries(IDictionary entries)
    {
        var translated = (IDictionary)Activator.CreateInstance(entries.GetType())!;
        foreach (DictionaryEntry entry in entries) translated.Add(entry.Key, Translated(entry.Value));
        return translated;
    }

    private static Array TranslatedItems(IEnumerable items)
    {
        var translated = items.Cast<object?>().Select(Translated).ToArray();
        var typed = Array.CreateInstance(items.GetType().GetInterfaces().First(x => x.Name == "IEnumerable`1").GenericTypeArguments[0], translated.Length);
        translated.CopyTo(typed, 0);
        return typed;
    }

    private static object TranslatedMembers(object table)
    {
        var copy = table.GetType().GetMethod("<Clone>$")!.Invoke(table, null)!;
        foreach (var member in table.GetType().GetProperties().Where(x => x.CanWrite)) member.SetValue(copy, Translated(member.GetValue(table)));
        return copy;
    }

    [GeneratedRegex(@"\{([\w.]+):([^{}|]*)\|([^{}|]*)\}")]
    private static partial Regex Choice();
}
