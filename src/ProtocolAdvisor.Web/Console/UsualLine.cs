using System.Globalization;
using ProtocolAdvisor.Knowledge;

namespace ProtocolAdvisor.Web.Console;

/// <summary>A line that people know by its name.</summary>
public enum UsualLine
{
    /// <summary>Fibre to the home.</summary>
    Fibre,

    /// <summary>A cable connection.</summary>
    Cable,

    /// <summary>DSL with 16 Mbit/s.</summary>
    Dsl,

    /// <summary>A telephone's 4G.</summary>
    Mobile,

    /// <summary>What guests of a hotel share.</summary>
    Hotel,
}

/// <summary>What lines with a name usually carry.</summary>
internal static class UsualLines
{
    /// <summary>A line's figures.</summary>
    public static UserLink Of(UsualLine line) => line switch
    {
        UsualLine.Fibre => Link(10, 250, 100),
        UsualLine.Cable => Link(20, 100, 20),
        UsualLine.Dsl => Link(30, 16, 2.4),
        UsualLine.Mobile => Link(50, 30, 10),
        UsualLine.Hotel => Link(100, 3, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(line), line, "A line without figures."),
    };

    /// <summary>The line's answers, by the form's fields.</summary>
    public static IReadOnlyDictionary<string, string> Answers(UsualLine line) => Answers(Of(line));

    /// <summary>The answers of somebody who names no line.</summary>
    public static IReadOnlyDictionary<string, string> NoAnswers { get; } = Answers(null);

    private static Dictionary<string, string> Answers(UserLink? link) => new()
    {
        ["usage.link.roundTripMs"] = Text(link?.RoundTripMs),
        ["usage.link.downMbit"] = Text(link?.DownMbit),
        ["usage.link.upMbit"] = Text(link?.UpMbit),
    };

    private static string Text(double? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static UserLink Link(double roundTripMs, double downMbit, double upMbit) => new(roundTripMs, downMbit, upMbit);
}
