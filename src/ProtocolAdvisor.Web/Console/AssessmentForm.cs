using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Console;

/// <summary>
/// The start page's form. Its fields are the API's members by their path, so that it is turned into the same request, and is refused by the same rules with the same
/// words. An empty field is a member that is left out.
/// </summary>
internal static class AssessmentForm
{
    /// <summary>The one field that is needed: a mail address, a mail domain, or a mail server's name.</summary>
    public const string Address = "address";

    /// <summary>The field that is never shown again.</summary>
    public const string Password = "credentials.password";

    private static readonly (string Name, Kind Kind)[] Fields =
    [
        ("email", Kind.Text), ("domain", Kind.Text), ("server.host", Kind.Text), ("credentials.username", Kind.Text), (Password, Kind.Secret), .. UsageForm.Fields,
    ];

    /// <summary>What a field's text stands for.</summary>
    internal enum Kind
    {
        /// <summary>Itself, without blanks around it.</summary>
        Text,

        /// <summary>Itself, blanks and all.</summary>
        Secret,

        /// <summary>A number.</summary>
        Number,

        /// <summary>Yes or no.</summary>
        Choice,
    }

    /// <summary>The request that the form stands for, not yet validated.</summary>
    public static JsonBody<AssessmentRequest> Read(IFormCollection form)
    {
        var (address, kind) = (form[Address].ToString(), KindOf(form));
        var request = Object(Fields, name => name switch
        {
            "email" or "domain" => name == kind ? address : null,
            "server.host" => name == kind ? address : form["server.host"],
            _ => form[name],
        });
        if (request["credentials"] is JsonObject credentials && !credentials.ContainsKey("password")) request.Remove("credentials");
        return JsonBody<AssessmentRequest>.Of(JsonSerializer.SerializeToUtf8Bytes(request, WireJson.Options));
    }

    // A name that can be registered is a domain, as people write it; with a server or a user name beside it, it is a server.
    private static string KindOf(IFormCollection form) => form[Address].ToString() switch
    {
        var text when text.Contains('@', StringComparison.Ordinal) => "email",
        var text when string.IsNullOrWhiteSpace(form["server.host"]) && string.IsNullOrWhiteSpace(form["credentials.username"]) && BareName.IsRatherDomain(text) => "domain",
        { Length: > 0 } => "server.host",
        _ => "",
    };

    /// <summary>The field that a complaint about a member belongs to.</summary>
    /// <param name="wrong">The complaint.</param>
    /// <param name="serverIsNamed">Whether the server has been typed into its own field.</param>
    public static string FieldOf(WrongMember wrong, bool serverIsNamed) => wrong.Path switch
    {
        "$.email" or "$.domain" or "$.server" => Address,
        "$.credentials" => Password,
        "$.server.host" when !serverIsNamed => Address,
        _ when wrong.Path.StartsWith("$.", StringComparison.Ordinal) => wrong.Path[2..],
        _ => Address,
    };

    /// <summary>An object with these members, read from the fields of their names.</summary>
    public static JsonObject Object(IEnumerable<(string Name, Kind Kind)> fields, Func<string, string?> text)
    {
        var root = new JsonObject();
        foreach (var (name, kind) in fields)
            if (Value(kind, text(name)) is { } value)
                Put(root, name.Split('.'), value);
        return root;
    }

    private static void Put(JsonObject into, ReadOnlySpan<string> path, JsonNode value)
    {
        foreach (var part in path[..^1])
        {
            into[part] ??= new JsonObject();
            into = into[part]!.AsObject();
        }

        into[path[^1]] = value;
    }

    // What is no number, or neither yes nor no, stays text: then the request's own rules say what is expected.
    private static JsonValue? Value(Kind kind, string? text) => kind switch
    {
        _ when string.IsNullOrEmpty(text) => null,
        Kind.Secret => JsonValue.Create(text),
        _ when text.AsSpan().Trim().IsEmpty => null,
        Kind.Number when decimal.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
            number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue ? JsonValue.Create((long)number) : JsonValue.Create(number),
        Kind.Choice when text is "true" or "false" => JsonValue.Create(text == "true"),
        _ => JsonValue.Create(text.Trim()),
    };
}
