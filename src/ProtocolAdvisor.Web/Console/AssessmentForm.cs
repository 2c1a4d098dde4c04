using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Pasting;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Console;

/// <summary>
/// The start page's form. Its fields are the API's members by their path, so that it is turned into the same request, and is refused by the same rules with the same
/// words. An empty field is a member that is left out.
/// </summary>
internal static partial class AssessmentForm
{
    /// <summary>The one field that is needed: a mail address, a mail domain, or a mail server's name.</summary>
    public const string Address = "address";

    /// <summary>The field that is never shown again.</summary>
    public const string Password = "credentials.password";

    /// <summary>The field of a user name that is not the address.</summary>
    public const string Username = "credentials.username";

    /// <summary>The field of a server that shall not be looked for.</summary>
    public const string Server = "server.host";

    private static readonly (string Name, Kind Kind)[] Fields =
        [("email", Kind.Text), ("domain", Kind.Text), (Username, Kind.Text), (Password, Kind.Secret), .. UsageForm.Fields];

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

    /// <summary>What was typed into a form that is shown again, field by field; never the password.</summary>
    public static IReadOnlyList<(string Name, string Text)> Kept(IFormCollection form) =>
    [
        .. new[] { Address, Username, Server }.Concat(UsageForm.Fields.Select(x => x.Name))
            .Select(name => (name, Text: name == Address ? TypedSubject.In(form).Text : form[name].ToString()))
            .Where(x => x.Text.Length > 0),
    ];

    /// <summary>Whether nothing was typed into it.</summary>
    public static bool IsEmpty(IFormCollection form) => Kept(form).Count == 0 && form[Password].ToString().Length == 0;

    /// <summary>The request that the form stands for, not yet validated.</summary>
    public static JsonBody<AssessmentRequest> Read(IFormCollection form)
    {
        var typed = TypedSubject.In(form);
        var (email, domain, server) = typed.Reading.Subject switch
        {
            PastedSubject.Mailbox mailbox => (mailbox.Text, null, ServerIn(form[Server])),

            // With a user name beside it, a name is a server's.
            PastedSubject.Domain { Name: var name } when !string.IsNullOrWhiteSpace(form[Username]) =>
                (null, null, Named(new PastedSubject.Server(name))),
            PastedSubject.Domain { Name: var name } => (null, name.Value, ServerIn(form[Server])),
            PastedSubject.Server named => (null, null, Named(named)),
            _ => (typed.Text, (string?)null, ServerIn(form[Server])),
        };
        var request = Object(Fields, name => name switch
        {
            "email" => email,
            "domain" => domain,
            _ => form[name],
        });
        if (server is not null) request["server"] = server;
        if (request["credentials"] is JsonObject credentials && !credentials.ContainsKey("password")) request.Remove("credentials");
        return JsonBody<AssessmentRequest>.Of(JsonSerializer.SerializeToUtf8Bytes(request, WireJson.Options));
    }

    /// <summary>The server that a field names, as the request does; null for none. What cannot be understood is left to the request's own rules.</summary>
    public static JsonObject? ServerIn(string? text) => PasteReader.Read(text) switch
    {
        { Subject: PastedSubject.Server server } => Named(server),
        { Subject: PastedSubject.Domain { Name: var name } } => Named(new PastedSubject.Server(name)),
        { Fault: PasteFault.Empty } => null,
        _ => new JsonObject { ["host"] = text!.Trim() },
    };

    private static JsonObject Named(PastedSubject.Server server) => server.Endpoint is not { } endpoint
        ? new JsonObject { ["host"] = server.Host.Value }
        : new JsonObject
        {
            ["endpoints"] = new JsonArray(Endpoint(endpoint)),
        };

    /// <summary>An endpoint as the request names it.</summary>
    public static JsonNode Endpoint(MailEndpoint endpoint) => new JsonObject
    {
        ["protocol"] = JsonSerializer.SerializeToNode(endpoint.Protocol, WireJson.Options),
        ["host"] = endpoint.Host.Value,
        ["port"] = endpoint.Port,
        ["security"] = JsonSerializer.SerializeToNode(endpoint.Security, WireJson.Options),
    };

    /// <summary>What is wrong beside the address, about which the page has words of its own; null for nothing.</summary>
    public static Problem? BesideAddress(Problem? wrong)
    {
        if (wrong?.Complaints is not { } complaints) return wrong;
        var others = complaints.Where(x => x.Path is not ("$.email" or "$.server")).ToList();
        return others.Count > 0 ? Problem.Invalid(others) : null;
    }

    /// <summary>The field that a complaint about a member belongs to.</summary>
    /// <param name="wrong">The complaint.</param>
    /// <param name="serverIsNamed">Whether the server has been typed into its own field.</param>
    public static string FieldOf(WrongMember wrong, bool serverIsNamed) => wrong.Path switch
    {
        "$.email" or "$.domain" or "$.server" => Address,
        "$.credentials" => Password,
        _ when wrong.Path.StartsWith("$.server.", StringComparison.Ordinal) => serverIsNamed ? Server : Address,
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

    /// <summary>Whether a number reads as a thousand to one reader and as one to another: <c>1.000</c>, <c>1,000</c>.</summary>
    public static bool IsGrouped(string text) => Grouped().IsMatch(text);

    [GeneratedRegex(@"^\s*[1-9][0-9]{0,2}([.,][0-9]{3})+\s*$")]
    private static partial Regex Grouped();

    // What is no number, or neither yes nor no, stays text: then the request's own rules say what is expected.
    private static JsonValue? Value(Kind kind, string? text) => kind switch
    {
        _ when string.IsNullOrEmpty(text) => null,
        Kind.Secret => JsonValue.Create(text),
        _ when text.AsSpan().Trim().IsEmpty => null,
        Kind.Number when !IsGrouped(text) && decimal.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
            number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue ? JsonValue.Create((long)number) : JsonValue.Create(number),
        Kind.Choice when text is "true" or "false" => JsonValue.Create(text == "true"),
        _ => JsonValue.Create(text.Trim()),
    };
}
