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
    /// <summary>The one field that is needed: a mail address, or a mail server's name.</summary>
    public const string Address = "address";

    /// <summary>The field that is never shown again.</summary>
    public const string Password = "credentials.password";

    private static readonly (string Name, Kind Kind)[] Fields =
    [
        ("email", Kind.Text), ("server.host", Kind.Text), ("credentials.username", Kind.Text), (Password, Kind.Secret), .. UsageForm.Fields,
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
        var request = Object(Fields, name => name switch
        {
            "email" => form[Address].ToString() is var text && text.Contains('@', StringComparison.Ordinal) ? text : null,
            "server.host" => form[Address].ToString() is { Length: > 0 } text && !text.Contains('@', StringComparison.Ordinal) ? text : form["server.host"],
            _ => form[name],
        });
        if (request["credentials"] is JsonObject credentials && !credentials.ContainsKey("password")) request.Remove("credentials");
        return JsonBody<AssessmentRequest>.Of(JsonSerializer.SerializeToUtf8Bytes(request, WireJson.Options));
    }

    /// <summary>The field that a complaint about a member belongs to.</summary>
    /// <param name="wrong">The complaint.</param>
    /// <param name="serverIsNamed">Whether the server has been typed into its own field.</param>
    public static string FieldOf(WrongMember wrong, bool serverIsNamed) => wrong.Path switch
    {
        "$.email" or "$.server" => Address,
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
