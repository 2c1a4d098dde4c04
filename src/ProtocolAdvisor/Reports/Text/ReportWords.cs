using System.Globalization;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>Says values in the words of a language.</summary>
/// <param name="language">The language.</param>
/// <param name="width">Most characters of a line.</param>
internal sealed class ReportWords(Language language, int width = TextLayout.UsualWidth)
{
    private const double Second = 1_000;
    private const double Minute = 60 * Second;
    private const double Hour = 60 * Minute;
    private readonly Notation _notation = language.Notation;

    public Language Language { get; } = language;

    public ReportPhrases Phrases { get; } = ReportPhrases.Of(language);

    public TextLayout Layout { get; } = new(width);

    /// <summary>A sentence with its places filled; null where a value is not known.</summary>
    public string? Filled(string sentence, params (string Place, string? Value)[] values) => values.Any(x => x.Value is null)
        ? null : Template.Fill(sentence, values.ToDictionary(x => x.Place, x => x.Value!), Language);

    /// <summary>A sentence with one place that takes text.</summary>
    public string Said(string sentence, string place, string value) => Filled(sentence, (place, value))!;

    /// <summary>Heads what is to be done.</summary>
    public string Heading(ToDo toDo) => toDo is { Must.Count: 0, Should.Count: > 0 } ? Phrases.ToMend : Phrases.ToDo;

    /// <summary>How much must be done, and how much should be: "1 must, 2 should".</summary>
    public string Counted(ToDo toDo) => string.Join(", ", new[] { (Phrases.Must, toDo.Must.Count), (Phrases.Should, toDo.Should.Count) }
        .Where(x => x.Count > 0).Select(x => Said(x.Item1, "n", x.Count.ToString(CultureInfo.InvariantCulture))));

    /// <summary>A time, from hundredths of a millisecond to hours.</summary>
    public string Time(double milliseconds) => milliseconds switch
    {
        < Second => Number(milliseconds, milliseconds < 10 ? 2 : milliseconds < 100 ? 1 : 0, "ms"),
        < Minute => Number(milliseconds / Second, 1, "s"),
        < 2 * Hour => Number(milliseconds / Minute, 0, "min"),
        _ => Number(milliseconds / Hour, milliseconds < 10 * Hour ? 1 : 0, "h"),
    };

    /// <summary>A number with a unit.</summary>
    public string Number(double value, int decimals, string unit) => $"{_notation.Number(Trimmed(value, decimals))}\u00A0{unit}";

    /// <summary>What a line carries, Mbit/s.</summary>
    public string Capacity(double mbit) => Number(mbit, mbit switch { < 0.1 => 3, < 10 => 2, _ => 0 }, "Mbit/s");

    /// <summary>A day, UTC.</summary>
    public string Date(DateTimeOffset instant) => _notation.Date(instant);

    /// <summary>How the connection is encrypted, in the words of mail programs.</summary>
    public string Security(ConnectionSecurity security) => security switch
    {
        ConnectionSecurity.ImplicitTls => "SSL/TLS",
        ConnectionSecurity.StartTls => "STARTTLS",
        _ => Phrases.Cleartext,
    };

    /// <summary>A server's own words, marked as such; nothing where there are none.</summary>
    public string Quoted(string? reply) => string.IsNullOrEmpty(reply) ? string.Empty : $" {Said(Phrases.Quote, "text", reply)}";

    /// <summary>Why something failed: the kind's words, what exactly in words of ours, then the server's own.</summary>
    public string Cause(string kind, string? detail, string? reply) => $"{kind}{(detail is null ? string.Empty : $" ({detail})")}{Quoted(reply)}";

    /// <summary>Why there was no sign-in, or not with success: most reasons are findings, too.</summary>
    public string Reason(SignInReason reason) => Phrases.SignInReasons.TryGetValue(reason, out var words)
        ? words : FindingWords.In(Language).Of(Enum.Parse<FindingCode>(reason.ToString())).Title;

    /// <summary>A whole number as templates take it; null stays null.</summary>
    public static string? Text(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    // Without a fraction's last zeros: 0.50 is more exact than what was measured.
    private static decimal Trimmed(double value, int decimals) => Math.Round((decimal)value, decimals) / 1.0000000000000000000000000000m;
}
