using System.Text.Json;
using System.Text.Json.Nodes;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;
using static ProtocolAdvisor.Web.Console.AssessmentForm;

namespace ProtocolAdvisor.Web.Console;

/// <summary>The questions about the mailbox's use, as they are asked on the start page and, to be answered differently, on the report's.</summary>
internal static class UsageForm
{
    /// <summary>The questions' fields, by the path of the request's member.</summary>
    public static IReadOnlyList<(string Name, Kind Kind)> Fields { get; } =
    [
        ("usage.today", Kind.Text),
        ("usage.devices", Kind.Number),
        ("usage.people", Kind.Number),
        ("usage.webmail", Kind.Choice),
        ("usage.offlineReading", Kind.Choice),
        ("usage.serverFolders", Kind.Choice),
        ("usage.priority", Kind.Text),
        ("usage.backup", Kind.Text),
        ("usage.newMessagesPerDay", Kind.Number),
        ("usage.link.roundTripMs", Kind.Number),
        ("usage.link.downMbit", Kind.Number),
        ("usage.link.upMbit", Kind.Number),
    ];

    /// <summary>Those that decide most often: they stand open.</summary>
    public static IReadOnlyList<string> Deciding { get; } = ["usage.devices", "usage.people", "usage.webmail", "usage.priority"];

    /// <summary>The others.</summary>
    public static IReadOnlyList<string> Further { get; } = [.. Fields.Select(x => x.Name).Except(Deciding)];

    /// <summary>Marks a query that answers the questions, be it with nothing at all.</summary>
    public const string Answered = "answered";

    /// <summary>The answers in a query, not yet validated; null where it holds none.</summary>
    public static JsonBody<Usage>? Read(IQueryCollection query) => query.ContainsKey(Answered) ? Of(name => query[name]) : null;

    /// <summary>The answers in fields, not yet validated.</summary>
    public static JsonBody<Usage> Of(Func<string, string?> text) =>
        JsonBody<Usage>.Of(JsonSerializer.SerializeToUtf8Bytes(AssessmentForm.Object(Fields, text)["usage"] ?? new JsonObject(), WireJson.Options));

    /// <summary>The query that asks for a report with these answers, some of them replaced.</summary>
    public static string Query(Usage usage, IReadOnlyDictionary<string, string> instead) =>
        $"?{Answered}=1" + string.Concat(Fields.Select(x => (x.Name, Text: instead.GetValueOrDefault(x.Name) ?? Text(usage, x.Name))).Where(x => x.Text.Length > 0)
            .Select(x => $"&{x.Name}={Uri.EscapeDataString(x.Text)}"));

    /// <summary>What is wrong with a field's answer; null for nothing.</summary>
    public static string? ErrorOf(string name, ApiProblem? told) => told?.Errors?.FirstOrDefault(x => $"usage{x.Path[1..]}" == name)?.Detail;

    /// <summary>An answer as its field shows it, and takes it again.</summary>
    public static string Text(Usage usage, string name)
    {
        var text = name.Split('.')[1..].Aggregate(JsonSerializer.SerializeToNode(usage, WireJson.Options), (node, part) => node?[part])?.ToString() ?? "";
        return AssessmentForm.IsGrouped(text) ? $"{text}0" : text;
    }
}
