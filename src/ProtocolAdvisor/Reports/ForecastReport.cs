using ProtocolAdvisor.Forecasting;

namespace ProtocolAdvisor.Reports;

/// <summary>What daily tasks will cost over each protocol.</summary>
/// <param name="Link">The line that it is reckoned for.</param>
/// <param name="Profile">The mail programs that it is reckoned for.</param>
/// <param name="Tasks">The tasks.</param>
public sealed record ForecastReport(LinkReport Link, ProfileReport Profile, IReadOnlyList<TaskReport> Tasks)
{
    /// <summary>The shown form; null stays null.</summary>
    internal static ForecastReport? From(Forecast? forecast) => forecast is null ? null : new(
        new LinkReport(Milliseconds.Rounded(forecast.Link.RoundTripMs), Math.Round(forecast.Link.DownMbit, 3), forecast.Link.Basis, forecast.Link.RoundTripBasis, forecast.Link.DownMbitBasis),
        new ProfileReport(forecast.Imap.Name, forecast.Pop3.Name),
        [.. forecast.Tasks.Select(TaskReport.From)]);
}

/// <summary>The line of a forecast.</summary>
/// <param name="RoundTripMs">Its round-trip time.</param>
/// <param name="DownMbit">Its capacity towards the user.</param>
/// <param name="Basis">Whether it is the user's own, at least in part as measured, or of an assumed capacity.</param>
/// <param name="RoundTripBasis">Whether the round-trip time is the user's own, or as measured.</param>
/// <param name="DownMbitBasis">Whether the capacity is the user's own, as measured, or assumed.</param>
public sealed record LinkReport(double RoundTripMs, double DownMbit, LinkBasis Basis, LinkBasis RoundTripBasis, LinkBasis DownMbitBasis);

/// <summary>The mail programs of a forecast: ones that ask for all messages at once, and were measured. One that waits for each message takes longer.</summary>
/// <param name="Imap">The program that speaks IMAP.</param>
/// <param name="Pop3">The program that speaks POP3.</param>
public sealed record ProfileReport(string Imap, string Pop3);

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
    /// <summary>The shown form.</summary>
    internal static TaskReport From(TaskForecast task) => new(
        task.Kind,
        Milliseconds.Rounded(task.Imap?.Ms),
        Milliseconds.Rounded(task.Pop3?.Ms),
        task.Imap?.RoundTrips,
        task.Pop3?.RoundTrips,
        task.Imap?.Bytes,
        task.Pop3?.Bytes,
        task.Basis,
        task.Spread is { } spread ? Math.Round(spread, 3) : null);
}
