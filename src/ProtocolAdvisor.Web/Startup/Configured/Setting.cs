namespace ProtocolAdvisor.Web.Startup.Configured;

/// <summary>Turns a text into a value, or says that it is none.</summary>
internal delegate bool Parse<T>(string? text, out T value);

/// <summary>One key that an operator may set.</summary>
/// <param name="Key">The key; <c>*</c> stands for an entry's number in a list.</param>
/// <param name="Expected">What is allowed, bounds included, as it stands in "… is expected".</param>
/// <param name="DefaultText">What holds where it is not set, in words or as it would be written.</param>
internal abstract record Setting(string Key, string Expected, string DefaultText)
{
    /// <summary>Whether a wrong value may be a secret that was put in the wrong place; then it is not repeated.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether it is a list: entries under the key, or one text with commas.</summary>
    public virtual bool IsList => false;

    /// <summary>Whether this text is a value of it.</summary>
    public abstract bool Takes(string text);
}

/// <summary>A key with one value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Expected">What is allowed.</param>
/// <param name="Parse">Reads it.</param>
/// <param name="Default">What holds where it is not set.</param>
/// <param name="DefaultText">The same as text.</param>
internal sealed record Setting<T>(string Key, string Expected, Parse<T> Parse, T Default, string DefaultText) : Setting(Key, Expected, DefaultText)
{
    /// <inheritdoc/>
    public override bool Takes(string text) => Parse(text, out _);
}

/// <summary>A key with a list.</summary>
/// <param name="Item">One entry.</param>
/// <param name="Default">What holds where it is not set.</param>
/// <param name="DefaultText">The same as text.</param>
internal sealed record ListSetting<T>(Setting<T> Item, IReadOnlyList<T> Default, string DefaultText) : Setting(Item.Key, Item.Expected, DefaultText)
{
    /// <inheritdoc/>
    public override bool IsList => true;

    /// <inheritdoc/>
    public override bool Takes(string text) => Texts(text).All(Item.Takes);

    /// <summary>The entries of a list that is written as one text.</summary>
    public static string[] Texts(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
