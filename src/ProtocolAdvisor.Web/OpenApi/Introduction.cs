using Microsoft.OpenApi;
using ProtocolAdvisor.Web.Startup;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>What the contract says before its operations: what the service is, by which rules all of them go, and what their groups are about.</summary>
internal sealed class Introduction : IDocumentFilter
{
    private const string Text =
        "Finds a user's mail servers, measures them over POP3 and IMAP, and recommends which to use, with reasons. "
        + "Bodies are JSON in UTF-8, at most 256 KiB, lists of subjects 16 MiB, members in camelCase; "
        + "an unknown member or query parameter is refused, so that a mistyped name is never silently ignored. "
        + "Codes and other enumerated values are exact and never change their meaning; "
        + "sentences are for people, in the language of Accept-Language. "
        + "Durations end in `Ms`, sizes in `Bytes`; instants are RFC 3339 in UTC. "
        + "A refusal is a problem (RFC 9457, application/problem+json) with a stable `code`; `GET /v1/problems` lists all of them. "
        + "Every answer carries X-Request-Id, and for browsers X-Content-Type-Options, Referrer-Policy and Content-Security-Policy. "
        + "HEAD works wherever GET does.";

    private static readonly Dictionary<string, string> Groups = new()
    {
        ["Assessments"] = "One run for one mailbox: its servers are found, probed and measured; the report is stored and opened by its id.",
        ["Audits"] = "Many subjects at once, each assessed without credentials and kept as a row: followed, exported, told against an earlier audit.",
        ["Catalogues"] = "What the codes mean, in the language asked for.",
        ["Discoveries"] = "The servers of an address or a domain, without probing them.",
        ["Invites"] = "Links with which somebody has a mailbox checked and enters the password without whoever asks seeing it.",
        ["Health"] = "How the process is. No key is needed.",
        ["Recommendations"] = "Advice from facts that the caller tells: no network, nothing stored.",
    };

    /// <summary>The contract's head.</summary>
    public static OpenApiInfo Info => new()
    {
        Title = "ProtocolAdvisor",
        Version = "v1",
        Description = Text,
        License = new OpenApiLicense { Name = "MIT License", Identifier = "MIT" },
        Contact = new OpenApiContact { Name = "Whoever runs the service, or the ProtocolAdvisor contributors" },
    };

    /// <summary>Where it listens unless it is told otherwise.</summary>
    public static OpenApiServer Server =>
        new() { Url = Listening.Default, Description = "Where the service listens unless its operator says otherwise." };

    /// <inheritdoc/>
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context) => swaggerDoc.Tags = (swaggerDoc.Tags ?? new HashSet<OpenApiTag>())
        .Select(x => new OpenApiTag { Name = x.Name, Description = Groups[x.Name!] })
        .OrderBy(x => x.Name, StringComparer.Ordinal).ToHashSet();
}
