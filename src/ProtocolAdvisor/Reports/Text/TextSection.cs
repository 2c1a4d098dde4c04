namespace ProtocolAdvisor.Reports.Text;

/// <summary>One part of a report in plain text.</summary>
/// <param name="Heading">Its heading; empty for the answer itself.</param>
/// <param name="Lines">Its lines, none longer than was asked for.</param>
public sealed record TextSection(string Heading, IReadOnlyList<string> Lines);
