using ProtocolAdvisor.Web.Languages;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console.Words;

/// <summary>The words of the comparison of two reports. Sentences have the places that <see cref="Template"/> describes.</summary>
internal sealed record CompareWords
{
    public required string Title { get; init; }
    public required string State { get; init; }
    public required string Appeared { get; init; }
    public required string Mended { get; init; }
    public required string NotLookedAt { get; init; }
    public required string NotKnownThen { get; init; }
    public required string Servers { get; init; }
    public required string Certificates { get; init; }
    public required string Settings { get; init; }
    public required string Mailbox { get; init; }

    /// <summary>Place: <c>server</c>.</summary>
    public required string NewServer { get; init; }
    public required string GoneServer { get; init; }
    public required string UnseenServer { get; init; }
    public required string UnseenServerThen { get; init; }
    public required string NowUsable { get; init; }
    public required string NowUnusable { get; init; }

    /// <summary>Place: <c>day</c>.</summary>
    public required string Until { get; init; }

    /// <summary>Places: <c>one</c>, <c>other</c>.</summary>
    public required string AccountsDiffer { get; init; }
    public required string MaskedHint { get; init; }
    public required string Details { get; init; }
    public required string OnlyChanges { get; init; }
    public required string NothingChanged { get; init; }

    /// <summary>Something has, and it is neither for the better nor for the worse: the table says what.</summary>
    public required string NothingWeighty { get; init; }
    public required string Everything { get; init; }
    public required string Report { get; init; }
    public required string Account { get; init; }
    public required string Advice { get; init; }
    public required string Findings { get; init; }
    public required string Reachable { get; init; }
    public required string Yes { get; init; }
    public required string No { get; init; }
    public required string Absent { get; init; }
    public required string SignIn { get; init; }
    public required string RoundTrip { get; init; }
    public required string Whole { get; init; }
    public required string Tls { get; init; }
    public required string Certificate { get; init; }
    public required string CertificateText { get; init; }
    public required string Capabilities { get; init; }
    public required string Messages { get; init; }
    public required string Bytes { get; init; }
    public required string Fetch { get; init; }
    public required string Earlier { get; init; }
    public required string Later { get; init; }
    public required string Changed { get; init; }

    /// <summary>The words of a language.</summary>
    public static CompareWords In(Language language) => WebLanguages.PackOf(language).Compare();
}
