namespace ProtocolAdvisor.Words;

/// <summary>The kinds of number that some language tells apart in its words (Unicode CLDR, plural categories), in CLDR's order.</summary>
internal enum PluralCategory
{
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

/// <summary>
/// Which form of a word goes with a number: a language's cardinal rule (Unicode CLDR, UTS 35 part 3 §5). The decimals that a number is
/// written with count: English says "1 day" and "1.0 days".
/// </summary>
internal sealed class Plurals
{
    private readonly Func<decimal, PluralCategory> _category;

    /// <param name="category">The category of a number that is not negative.</param>
    /// <param name="categories">The categories that the language has, in CLDR's order.</param>
    public Plurals(Func<decimal, PluralCategory> category, params IReadOnlyList<PluralCategory> categories) =>
        (_category, Categories) = (category, categories);

    /// <summary>One, and any other number: English, German, Dutch, Swedish and many more.</summary>
    public static Plurals OneAndOther { get; } =
        new(x => x == 1 && x.Scale == 0 ? PluralCategory.One : PluralCategory.Other, PluralCategory.One, PluralCategory.Other);

    /// <summary>The categories that the language has, in the order in which its sentences give the forms.</summary>
    public IReadOnlyList<PluralCategory> Categories { get; }

    /// <summary>The form for a number.</summary>
    /// <param name="forms">One form a category, in their order, parted by <c>|</c>.</param>
    /// <param name="number">The number, with the decimals with which it is written.</param>
    public string Form(string forms, decimal number)
    {
        var left = PlaceOf(_category(Math.Abs(number)));
        foreach (var form in forms.AsSpan().Split('|'))
        {
            if (left-- == 0) return forms[form];
        }

        throw new ArgumentException("A form is missing.", nameof(forms));
    }

    private int PlaceOf(PluralCategory category)
    {
        var place = 0;
        while (Categories[place] != category) place++;
        return place;
    }
}
