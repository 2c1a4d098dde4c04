using ProtocolAdvisor.Forecasting;

namespace ProtocolAdvisor.Reports;

/// <summary>What daily tasks will cost over each protocol.</summary>
/// <param name="Link">The line that it is reckoned for.</param>
/// <param name="Profile">The mail programs that it is reckoned for.</param>
/// <param name="Tasks">The tasks.</param>
public sealed record ForecastReport(LinkModel Link, ProfileReport Profile, IReadOnlyList<TaskReport> Tasks)
{
    /// <summary>The shown form; null stays null.</summary>
    internal static ForecastReport? From(Forecast? forecast) => forecast is null ? null : new(
        forecast.Link,
        new ProfileReport(forecast.Imap.Name, forecast.Pop3.Name),
        [.. forecast.Tasks.Select(TaskReport.From)]);
}

/// <summary>
/// The mail programs of a forecast: ones that ask for all messages at once, and were measured. One that waits for each message takes
/// longer.
/// </summary>
/// <param name="Imap">The program that speaks IMAP.</param>
/// <param name="Pop3">The program that speaks POP3.</param>
public sealed record ProfileReport(string Imap, string Pop3);

// A record of its own, because a cost that the model has as one is told flat, as members of its protocol.

/// <summary>One task over both protocols.</summary>
/// <param name="Task">The task.</param>
/// <param name="ImapMs">Time over IMAP; null where it cannot be told.</param>
/// <param name="Pop3Ms">Time over POP3; null where it cannot be told, 0 where the mail is on the device already.</param>
/// <param name="ImapRoundTrips">Questions over IMAP that are waited for.</param>
/// <param name="Pop3RoundTrips">Questions over POP3 that are waited for.</param>
/// <param name="ImapBytes">Bytes on the wire towards the user over IMAP.</param>
/// <param name="Pop3Bytes">Bytes on the wire towards the user over POP3.</param>
/// <param name="Basis">Whether all that it needs is known, or something is assumed.</param>
/// <param name="Spread">How far reality may be off, as a share; null where something is assumed.</param>
public sealed record TaskReport(
    MailTask Task, double? ImapMs, double? Pop3Ms, long? ImapRoundTrips, long? Pop3RoundTrips, long? ImapBytes, long? Pop3Bytes, ForecastBasis Basis, double? Spread)
{
    private const int SpreadDigits = 3;

    /// <summary>The shown form.</summary>
    internal static TaskReport From(TaskForecast task) => new(
        task.Kind,
        Rounded(task.Imap),
        Rounded(task.Pop3),
        task.Imap?.RoundTrips,
        task.Pop3?.RoundTrips,
        task.Imap?.Bytes,
        task.Pop3?.Bytes,
        task.Basis,
        task.Spread is { } spread ? Math.Round(spread, SpreadDigits) : null);

    private static double? Rounded(TaskCost? cost) => cost is { Ms: var ms } ? Milliseconds.Rounded(ms) : null;
}
