using System.Text.Json;
using System.Text.Json.Nodes;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Pasting;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Console;

/// <summary>
/// A report's check, made anew: the same account, servers, answers and bounds. What reports do not keep is asked: the password, and what they show
/// masked, the address and a user name of its own. A check that did not sign in needs none of them.
/// </summary>
internal sealed class AgainForm(AssessedRun run)
{
    /// <summary>The field of the address.</summary>
    public const string Address = "email";

    /// <summary>The account's masked address; null where none was given.</summary>
    public string? MaskedAddress => run.Heading.Subject.Email;

    /// <summary>The masked user name; null where there is none of its own.</summary>
    public string? MaskedUsername =>
        run.Heading.ShownUsername is { } shown && NameForm.NameOf(shown) == LoginName.OnlyUserKnows ? shown : null;

    /// <summary>Whether the check signed in with a password, so that it needs it again.</summary>
    public bool SignsIn => run.Heading.Authentication == AuthenticationKind.Password;

    /// <summary>Whether it signed in with an access token, which pages do not take.</summary>
    public bool TookToken => run.Heading.Authentication == AuthenticationKind.Oauth2;

    /// <summary>What stands in the field of the address at first.</summary>
    public string KnownAddress => run.Heading.Subject.Domain is { } domain ? $"@{domain}" : "";

    /// <summary>Whether the text is the account's whole address.</summary>
    public bool IsAccount(string text) =>
        PasteReader.Read(text).Subject is PastedSubject.Mailbox { Address: var address }
        && string.Equals(address.Masked, MaskedAddress, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the text may be the account's user name.</summary>
    public bool IsUsername(string text) =>
        text.Trim().Length > 0 && string.Equals(NameForm.Of(text.Trim(), null), MaskedUsername, StringComparison.OrdinalIgnoreCase);

    /// <summary>The order of a check without a sign-in.</summary>
    public AssessmentOrder Order()
    {
        var servers = Servers;
        var domain = servers.Count == 0 ? HostName.Parse(run.Heading.Subject.Domain!) : null;
        var subject = new AssessmentSubject(servers, null, run.Heading.Options?.Limits ?? AssessmentLimits.Default, domain: domain);
        return new(null, subject, run.Usage) { Shown = run.Heading.Subject };
    }

    /// <summary>The request that the form stands for, not yet validated.</summary>
    public JsonBody<AssessmentRequest> Read(IFormCollection form)
    {
        var request = new JsonObject { ["usage"] = JsonSerializer.SerializeToNode(run.Usage, WireJson.Options) };
        var address = MaskedAddress is not null && PasteReader.Read(form[Address]).Subject is PastedSubject.Mailbox typed ? typed.Address : null;
        if (address is not null) request["email"] = address.ToString();
        var credentials = new JsonObject { ["password"] = form[AssessmentForm.Password].ToString() };
        if (Username(form, address) is { } username) credentials["username"] = username;
        request["credentials"] = credentials;
        JsonNode[] servers = [.. Servers.Take(RequestBounds.MostEndpoints).Select(AssessmentForm.Endpoint)];
        if (servers.Length > 0) request["server"] = new JsonObject { ["endpoints"] = new JsonArray(servers) };
        if (run.Heading.Options is { } options)
        {
            request["deadlineMs"] = (int)options.Limits.Deadline.TotalMilliseconds;
            request["measurement"] = new JsonObject { ["samples"] = options.Limits.Samples, ["maxBytes"] = options.Limits.MaxSampleBytes };
            if (options.MaySendAddress && address is not null) request["discovery"] = new JsonObject { ["sendAddress"] = true };
        }

        return JsonBody<AssessmentRequest>.Of(JsonSerializer.SerializeToUtf8Bytes(request, WireJson.Options));
    }

    // Those that were named; a check of which neither names nor a domain are known looks at those that it met.
    private IReadOnlyList<MailEndpoint> Servers
    {
        get
        {
            var named = run.Facts.Discovery.Attempts.Where(x => x.Source == DiscoverySource.Explicit)
                .SelectMany(x => x.Incoming.Select(claim => claim.Endpoint).Concat(x.Outgoing.Select(claim => claim.Endpoint)))
                .ToList();
            return named.Count > 0 || run.Heading.Subject.Domain is not null ? named : [.. run.Facts.Endpoints.Select(x => x.Probe.Endpoint)];
        }
    }

    // What was only presumed is presumed again.
    private string? Username(IFormCollection form, EmailAddress? address) => run.Heading switch
    {
        _ when MaskedUsername is not null => form[AssessmentForm.Username].ToString().Trim(),
        { UsernameIsPresumed: true } => null,
        { ShownUsername: "%EMAILLOCALPART%" } => address?.LocalPart,
        _ => address?.ToString(),
    };
}
