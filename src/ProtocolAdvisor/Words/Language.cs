namespace ProtocolAdvisor.Words;

/// <summary>
/// A language in which people are spoken to: how it writes numbers, and each stage's table of sentences. Codes are the same in all
/// languages. It is made whole, and nothing is added later. Which languages there are, their folder says.
/// </summary>
public sealed class Language
{
    internal Language(string tag, string ownName, Notation notation, IReadOnlyDictionary<Type, Func<object>> tables) =>
        (Tag, OwnName, Notation, Tables) = (tag, ownName, notation, tables);

    /// <summary>Its tag (RFC 5646): <c>en</c>, <c>de</c>.</summary>
    public string Tag { get; }

    /// <summary>What its speakers call it.</summary>
    public string OwnName { get; }

    /// <summary>How it writes numbers, sizes and dates.</summary>
    internal Notation Notation { get; }

    /// <summary>Its tables by their type; a table is made when it is first asked for.</summary>
    internal IReadOnlyDictionary<Type, Func<object>> Tables { get; }

    /// <summary>
    /// The table of one stage. A language that lacks it is unfinished: another language's words are never taken in its place.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no such table.</exception>
    internal T Table<T>() where T : class =>
        Tables.TryGetValue(typeof(T), out var table)
            ? (T)table() : throw new InvalidOperationException($"The language {Tag} has no {typeof(T).Name}.");

    /// <inheritdoc/>
    public override string ToString() => Tag;
}
