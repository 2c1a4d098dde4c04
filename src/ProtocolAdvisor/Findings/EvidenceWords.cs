using ProtocolAdvisor.Findings.Drift;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Providers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Findings;

/// <summary>
/// Tells evidence in one language. A server's words stay as they are: alone they are the whole evidence, among words of ours they stand in
/// quotation marks.
/// </summary>
public sealed class EvidenceWords
{
    private readonly Language _language;

    private EvidenceWords(Language language) => (Phrases, _language) = (language.Table<EvidencePhrases>(), language);

    /// <summary>The table.</summary>
    internal EvidencePhrases Phrases { get; }

    /// <summary>The words of a language.</summary>
    public static EvidenceWords In(Language language) => new(language);

    /// <summary>The evidence as text; null where there is none.</summary>
    public string? Text(FindingEvidence? evidence) =>
        evidence is null ? null : IsQuote(evidence) ? evidence.Parts[0].Quote : string.Join("; ", evidence.Parts.Select(Text));

    /// <summary>A remark as text; null where there is none.</summary>
    public string? Text(Remark? remark)
    {
        if (remark is null) return null;
        var values = remark.Values.Append(KeyValuePair.Create("faults", string.Join(", ", remark.Faults.Select(x => Phrases.CertificateStatuses[x])))).ToDictionary();
        var said = Template.Fill(Phrases.Remarks[remark.Code], values, _language);
        return remark.Place is { } place ? $"{place}: {said}" : said;
    }

    /// <summary>A failure as it is told: with its remark in words.</summary>
    internal Failure? Told(Failure? failure) => failure?.Remark is { } remark ? failure with { Detail = Text(remark) } : failure;

    private static bool IsQuote(FindingEvidence evidence) => evidence.Parts is [{ About: null, Code: null }];

    // A server's own words stay as they came.
    private string Text(EvidencePart part) => string.Join(": ", new[] { Lettered(part.About), Lettered(Said(part)), Quoted(part.Quote) }.OfType<string>());

    private static string? Lettered(string? words) => words is null ? null : OwnLetters.Of(words);

    private string? Said(EvidencePart part) =>
        part.Code is { } code
            ? Template.Fill(Phrases.Sentences[code], part.Values.ToDictionary(x => x.Key, x => Written(x.Value, part)), _language) : null;

    private string? Quoted(string? words) =>
        words is null ? null : Template.Fill(Phrases.Quote, new Dictionary<string, string> { ["text"] = words }, _language);

    private string Written(object value, EvidencePart part) => value switch
    {
        MailStep step => Phrases.Steps[step],
        FailureKind kind => Phrases.Failures[kind],
        CertificateStatus fault => Phrases.CertificateStatuses[fault],
        FolderUse folder => Phrases.Folders[folder],
        DriftFact fact => Phrases.Drifts[fact],
        ConnectionSecurity.ImplicitTls => "SSL/TLS",
        ConnectionSecurity.StartTls => "STARTTLS",
        ConnectionSecurity.Cleartext => Phrases.Cleartext,
        Remark remark => Text(remark)!,
        MarkKind mark => Phrases.Marks[mark],
        Pop3Trait trait => Template.Fill(Phrases.Pop3Traits[trait], Texts(part), _language),
        LimitKind limit => Template.Fill(Phrases.Limits[limit], Texts(part), _language),
        _ => (string)value,
    };

    private static Dictionary<string, string> Texts(EvidencePart part) =>
        part.Values.Where(x => x.Value is string).ToDictionary(x => x.Key, x => (string)x.Value);
}
