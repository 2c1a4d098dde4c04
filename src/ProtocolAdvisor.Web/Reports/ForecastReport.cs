namespace ProtocolAdvisor.Web.Reports;

/// <summary>What daily tasks will cost over each protocol.</summary>
/// <param name="Link">The line that it is reckoned for.</param>
/// <param name="Tasks">The tasks.</param>
internal sealed record ForecastReport(LinkReport Link, IReadOnlyList<TaskReport> Tasks);

/// <summary>The line of a forecast.</summary>
/// <param name="RoundTripMs">Its round-trip time.</param>
/// <param name="DownMbit">Its capacity towards the user.</param>
/// <param name="Basis"><c>given</c> or <c>measured</c>.</param>
internal sealed record LinkReport(double? RoundTripMs, double? DownMbit, string Basis);

/// <summary>One task over both protocols.</summary>
/// <param name="Task">The task.</param>
/// <param name="ImapMs">Time over IMAP.</param>
/// <param name="Pop3Ms">Time over POP3.</param>
/// <param name="ImapRoundTrips">Round trips over IMAP.</param>
/// <param name="Pop3RoundTrips">Round trips over POP3.</param>
/// <param name="ImapBytes">Bytes over IMAP.</param>
/// <param name="Pop3Bytes">Bytes over POP3.</param>
/// <param name="Basis"><c>measured</c>, <c>modelled</c> or <c>assumed</c>.</param>
/// <param name="Spread">How far reality may be off, as a share.</param>
internal sealed record TaskReport(
    string Task, double? ImapMs, double? Pop3Ms, int? ImapRoundTrips, int? Pop3RoundTrips, long? ImapBytes, long? Pop3Bytes, string Basis, double? Spread);
