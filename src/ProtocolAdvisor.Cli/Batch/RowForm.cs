using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;

namespace ProtocolAdvisor.Cli.Batch;

/// <summary>How rows are written.</summary>
internal enum RowForm
{
    /// <summary>For people: a sign, the subject, the outcome.</summary>
    Text,

    /// <summary>RFC 4180, with a heading; a cell that a spreadsheet would take for a formula begins with an apostrophe.</summary>
    Csv,

    /// <summary>One JSON object a line.</summary>
    JsonLines,
}

/// <summary>Writes rows, and knows again those that an earlier run has written.</summary>
internal static class RowForms
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",;\"\r\n\t");

    private static readonly Dictionary<string, SummaryState> States = Enum.GetValues<SummaryState>().ToDictionary(WireName.Of);

    private static readonly (string Name, Func<BatchRow, string?> Cell)[] Columns =
    [
        ("number", x => Text(x.Number)),
        ("subject", x => x.Subject),
        ("domain", x => x.Domain),
        ("state", x => WireName.Of(x.State)),
        ("headline", x => x.Headline),
        ("findings", x => string.Join(' ', x.Findings.Select(WireName.Of))),
        ("protocol", x => WireName.Of(x.Protocol)),
        ("mailHost", x => x.MailHost),
        ("incomingHost", x => x.Incoming?.Host),
        ("incomingPort", x => Text(x.Incoming?.Port)),
        ("incomingSecurity", x => x.Incoming is { } server ? WireName.Of(server.Security) : null),
        ("outgoingHost", x => x.Outgoing?.Host),
        ("outgoingPort", x => Text(x.Outgoing?.Port)),
        ("outgoingSecurity", x => x.Outgoing is { } server ? WireName.Of(server.Security) : null),
    ];

    /// <summary>What stands above the rows; empty for nothing.</summary>
    public static string Heading(this RowForm form) => form == RowForm.Csv ? string.Join(',', Columns.Select(x => x.Name)) + "\r\n"
        : string.Empty;

    /// <summary>What a file of such rows begins with, whatever its rows tell.</summary>
    public static string Beginning(this RowForm form) => form == RowForm.JsonLines ? "{\"number\":" : form.Heading();

    /// <summary>One row with its end.</summary>
    public static string Row(this RowForm form, BatchRow row) => form switch
    {
        RowForm.Text => $"{StateMark.Of(row.State)} {row.Subject}: {row.Headline}{(row.ShownHost is { } host ? $" ({host})" : "")}{Codes(row)}\n",
        RowForm.Csv => string.Join(',', Columns.Select(x => Cell(x.Cell(row)))) + "\r\n",
        RowForm.JsonLines => JsonSerializer.Serialize(row, WireJson.Options) + "\n",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "A form without rows."),
    };

    /// <summary>A text as a cell.</summary>
    public static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var tame = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return !tame.AsSpan().ContainsAny(Special) ? tame
            : new StringBuilder(tame).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString();
    }

    /// <summary>The subject of a row that was written before, and what it came to; null where the line is none of ours.</summary>
    public static (string Subject, SummaryState State)? Known(this RowForm form, string line)
    {
        if (form == RowForm.Csv) return KnownInTable(line);
        try
        {
            return JsonSerializer.Deserialize<BatchRow>(line, WireJson.IgnoringUnknown) is { } row ? (row.Subject, row.State) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // In the first four cells of a row stand neither quotation marks nor separators, so none of them is quoted for those.
    private static (string Subject, SummaryState State)? KnownInTable(string line) =>
        line.Split(',') is [var number, var subject, _, var state, ..]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _) && States.TryGetValue(state, out var known)
            ? (subject.StartsWith('\'') ? subject[1..] : subject, known) : null;

    private static string Codes(BatchRow row) => row.Findings.Count > 0 ? $" [{string.Join(", ", row.Findings.Select(WireName.Of))}]" : "";

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
