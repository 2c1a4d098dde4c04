using System.Globalization;

namespace ProtocolAdvisor.Findings;

/// <summary>Makes evidence.</summary>
internal static class Seen
{
    /// <summary>A server's own words; null where it said nothing.</summary>
    public static FindingEvidence? Quote(string? words) => Quoted(words) is { } part ? new(part) : null;

    /// <summary>The same as a part among others.</summary>
    public static EvidencePart? Quoted(string? words) => string.IsNullOrEmpty(words) ? null : new EvidencePart { Quote = words };

    /// <summary>What is the same in every language: hosts, addresses, words of a protocol. Null where there are none.</summary>
    public static FindingEvidence? Names(params IEnumerable<string> names) => Named(names) is { } part ? new(part) : null;

    /// <summary>The same as a part among others.</summary>
    public static EvidencePart? Named(params IEnumerable<string> names) =>
        string.Join(", ", names) is { Length: > 0 } text ? new EvidencePart { About = text } : null;

    /// <summary>What a table has words for.</summary>
    /// <param name="code">The words.</param>
    /// <param name="values">What stands in their places; the invariant form of numbers and instants is made here.</param>
    public static FindingEvidence That(EvidenceCode code, params (string Place, object Value)[] values) => new(Part(code, values));

    /// <summary>The same as a part among others.</summary>
    public static EvidencePart Part(EvidenceCode code, params (string Place, object Value)[] values) =>
        new() { Code = code, Values = [.. values.Select(x => KeyValuePair.Create(x.Place, Invariant(x.Value)))] };

    /// <summary>How many more there are; null where there are none.</summary>
    public static EvidencePart? More(int count) => count > 0 ? Part(EvidenceCode.More, ("count", count)) : null;

    /// <summary>Those parts that are there; null where none is.</summary>
    public static FindingEvidence? All(params IEnumerable<EvidencePart?> parts) =>
        parts.OfType<EvidencePart>().ToList() is { Count: > 0 } there ? new(there) : null;

    private static object Invariant(object value) => value switch
    {
        Enum => value,
        double number => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value,
    };
}
