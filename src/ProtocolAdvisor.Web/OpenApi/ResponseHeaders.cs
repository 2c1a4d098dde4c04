using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Assessments.Retries;
using ProtocolAdvisor.Web.Audits;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Settings;
using ProtocolAdvisor.Web.Telemetry;
using ProtocolAdvisor.Web.Wire;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>One response, as far as its headers hang on it.</summary>
/// <param name="Operation">Its operation.</param>
/// <param name="Status">The status.</param>
/// <param name="Response">The response.</param>
internal sealed record ResponsePlace(OpenApiOperation Operation, string Status, IOpenApiResponse Response)
{
    /// <summary>Whether it is a refusal.</summary>
    public bool IsProblem => Writes(ApiProblem.MediaType);

    /// <summary>Whether there are answers to the operation that a client may have already.</summary>
    public bool IsTagged => Status is "200" or "304" && Operation.Responses!.ContainsKey("304");

    /// <summary>Whether it can have this media type.</summary>
    public bool Writes(string mediaType) => Response.Content?.ContainsKey(mediaType) == true;
}

/// <summary>A header of answers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it says.</param>
/// <param name="Example">One of its values.</param>
/// <param name="IsOn">Which responses have it.</param>
/// <param name="IsAlwaysOn">Which of them have it always.</param>
internal sealed record SentHeader(
    string Name, string Description, JsonNode Example, Func<ResponsePlace, bool> IsOn, Func<ResponsePlace, bool> IsAlwaysOn)
{
    /// <summary>A header that is on every such response.</summary>
    public SentHeader(string name, string description, JsonNode example, Func<ResponsePlace, bool> isOn)
        : this(name, description, example, isOn, _ => true)
    {
    }
}

/// <summary>Lists every response's headers: this is the one place that says which there are, and a test holds it against what is sent.</summary>
internal sealed class ResponseHeaders : IOperationFilter
{
    /// <summary>The headers; those that browsers want for their safety are told once, in the contract's introduction.</summary>
    public static IReadOnlyList<SentHeader> All { get; } =
    [
        new(
            RequestIds.Header, "The request's name in our logs and traces: the caller's own where it brought one.",
            "4bf92f3577b34da6a3ce929d0e0e4736", x => !IsTheServers(x)),
        new("Cache-Control", "`no-store`, but for what may be kept for a while.", "no-store", x => !IsTheServers(x)),
        new("Content-Language", "The language of the sentences.", "en", Speaks, x => !IsSettings(x)),
        new("Vary", "The answer depends on the language that is asked for.", "Accept-Language", Speaks, x => !IsSettings(x)),
        new(
            "Location", "Where the report can be opened; not there where it could not be stored.",
            "/v1/assessments/3qR8vW0nTzK5yB7mXc2L4g", x => x.Status == "201" && x.Operation.OperationId == "RunAssessment", _ => false),
        new("Location", "Where the invite can be asked for.", "/v1/invites/4fS9wX1oUaL6zC8nYd3M5h", x => x.Status == "201" && x.Operation.OperationId == "MakeInvite", _ => false),
        new("Location", "Where the audit can be opened.", "/v1/audits/3qR8vW0nTzK5yB7mXc2L4g", x => x.Status == "202"),
        new("Location", "The report's page.", "/reports/3qR8vW0nTzK5yB7mXc2L4g", x => x.Status == "303"),
        new("ETag", "Names this state of the document.", "\"9f1c2b7e4a6d8053\"", x => x.IsTagged),
        new(
            "Content-Disposition", "The file's name.", "attachment; filename=config-v1.1.xml; filename*=UTF-8''config-v1.1.xml", IsSettings),
        new("Content-Disposition", "The file's name, where the answer is one.", "attachment; filename=audit.csv", x => x.Writes(AuditBody.Table), _ => false),
        new("X-Accel-Buffering", "Asks proxies not to hold events back.", "no", x => x.Writes(AcceptGate.EventStream)),
        new(RetryGate.ReplayedHeader, "`true` where this is the answer to an earlier request of the same `Idempotency-Key`.", "true", Replays, _ => false),
        new(RateHeaders.Policy, "What the key may do, where the operator has set a limit: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers).",
            "\"key\";q=600;w=60", IsCounted, _ => false),
        new(RateHeaders.Limit, "What is left of it: `r` requests, and `t` seconds until there are all of them again.", "\"key\";r=599;t=42", IsCounted, _ => false),
        new("WWW-Authenticate", "How a key may be presented.", "Bearer", x => x.Status == "401"),
        new("Retry-After", "In how many seconds it is worth another try.", 10, x => x is { IsProblem: true, Status: "429" or "503" }),
    ];

    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (response is not OpenApiResponse concrete) continue;
            var place = new ResponsePlace(operation, status, response);
            foreach (var header in All.Where(x => x.IsOn(place)))
                (concrete.Headers ??= new Dictionary<string, IOpenApiHeader>())[header.Name] =
                    header.IsAlwaysOn(place) ? new OpenApiHeaderReference(header.Name, context.Document) : Written(header, false);
        }
    }

    /// <summary>The header of this name, as the contract tells it once for all responses that always have it.</summary>
    public static OpenApiHeader Shared(string name) => Written(All.Last(x => x.Name == name), true);

    private static OpenApiHeader Written(SentHeader header, bool always) => new()
    {
        Description = header.Description,
        Required = always,
        Schema = new OpenApiSchema { Type = header.Example.GetValueKind() == JsonValueKind.Number ? JsonSchemaType.Integer : JsonSchemaType.String },
        Example = header.Example.DeepClone(),
    };

    private static bool Speaks(ResponsePlace place) =>
        place.IsProblem || place.IsTagged
        || (place.Status is "200" or "201" && !TellsCodesOnly(place) && place.Operation.Parameters?.Any(x => x.Name == LanguageHeader.Name) == true);

    // What is in no language: only the whole report of one subject has sentences.
    private static bool TellsCodesOnly(ResponsePlace place) => place.Operation is { OperationId: not "OpenAuditResult" }
        && place.Operation.Tags?.Any(x => x.Name == "Audits") == true;

    private static bool Replays(ResponsePlace place) => place.Status is "200" or "201" or "202" && place.Operation.Parameters?.Any(x => x.Name == IdempotencyKey.Header) == true;

    // Before the key is known, nothing is counted.
    private static bool IsCounted(ResponsePlace place) => place.Status is not "401" && place.Operation.Responses!.ContainsKey("401");

    // What cannot be read as HTTP is answered before anything of ours is asked.
    private static bool IsTheServers(ResponsePlace place) => place is { Status: "400", IsProblem: false };

    private static bool IsSettings(ResponsePlace place) => place.Writes(SettingsAnswer.Profile);
}
