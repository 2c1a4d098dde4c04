using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace ProtocolAdvisor.Web.Tests.Contract;

/// <summary>
/// Holds every answer that any test gets against <c>openapi.json</c>: its status, its media type, its headers, and a refusal's code must stand there, and every header that
/// the contract promises must be on it.
/// </summary>
internal static class ContractWatch
{
    // What HTTP itself needs, and what the contract's introduction says of every answer.
    private static readonly HashSet<string> OfAll = new(StringComparer.OrdinalIgnoreCase)
    {
        "Content-Type", "Content-Length", "Date", "Transfer-Encoding", "Connection", "X-Content-Type-Options", "Referrer-Policy", "Content-Security-Policy",
        // Those of CORS are the browser's own affair, and are there only where an operator allows an origin.
        "Access-Control-Allow-Origin", "Access-Control-Expose-Headers",
    };

    private static readonly Lazy<JsonNode> Contract = new(() => JsonNode.Parse(File.ReadAllText(Root()))!);

    private static readonly Lazy<IReadOnlyList<(TemplateMatcher Matcher, JsonNode Path)>> Paths = new(() =>
    [
        .. Contract.Value["paths"]!.AsObject().OrderBy(x => x.Key.Count(c => c == '{'))
            .Select(x => (new TemplateMatcher(TemplateParser.Parse(x.Key), new RouteValueDictionary()), x.Value!)),
    ]);

    /// <summary>What the answer has that the contract does not say, and the other way round; empty for what is no operation of the contract.</summary>
    public static IEnumerable<string> Errors(HttpMethod method, Uri path, HttpResponseMessage reply, string text)
    {
        // The contract itself is asked for to be written anew, where it is out of date.
        if (path.AbsolutePath == "/openapi.json" || Operation(method, path) is not { } operation) return [];
        var status = $"{(int)reply.StatusCode}";
        return operation["responses"]![status] is not { } response
            ? [$"The contract knows no {status} of {method} {path.AbsolutePath}: {text}"]
            : WrongHeaders(response, reply).Concat(WrongContent(response, reply, text)).Select(x => $"{method} {path.AbsolutePath} {status}: {x}");
    }

    // A method that there is not is answered by 405, which no operation has.
    private static JsonNode? Operation(HttpMethod method, Uri path)
    {
        var asked = (method == HttpMethod.Head ? HttpMethod.Get : method).Method.ToLowerInvariant();
        return Paths.Value.Where(x => x.Matcher.TryMatch(path.AbsolutePath, [])).Select(x => x.Path[asked]).FirstOrDefault(x => x is not null);
    }

    private static IEnumerable<string> WrongHeaders(JsonNode response, HttpResponseMessage reply)
    {
        var sent = reply.Headers.Concat(reply.Content.Headers).Select(x => x.Key).Where(x => !OfAll.Contains(x)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var told = (response["headers"]?.AsObject() ?? []).ToDictionary(x => x.Key, x => (bool?)Resolved(x.Value!)["required"] == true, StringComparer.OrdinalIgnoreCase);
        return sent.Where(x => !told.ContainsKey(x)).Select(x => $"header {x} is not in the contract")
            .Concat(told.Where(x => x.Value && !sent.Contains(x.Key)).Select(x => $"header {x.Key} is promised and not there"));
    }

    private static IEnumerable<string> WrongContent(JsonNode response, HttpResponseMessage reply, string text)
    {
        var type = reply.Content.Headers.ContentType?.MediaType;
        var content = response["content"]?.AsObject();
        if (type is null) yield break;
        if (content?[type] is not { } told) yield return $"media type {type} is not in the contract";
        else if (type == "application/problem+json" && text.Length > 0 && told["examples"]![(string)JsonNode.Parse(text)!["code"]!] is null) yield return $"the contract does not have the code of {text}";
    }

    private static JsonNode Resolved(JsonNode header) =>
        (string?)header["$ref"] is { } reference ? Contract.Value["components"]!["headers"]![reference.Split('/')[^1]]! : header;

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "openapi.json"));
}
