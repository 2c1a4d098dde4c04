using System.Text.Json;
using System.Text.Json.Nodes;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Pasting;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Console.Pages;
using ProtocolAdvisor.Web.Invites;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Console;

/// <summary>Invites as pages: an agent makes a link, and whoever opens it types his own password.</summary>
internal static class InvitePages
{
    /// <summary>The field of the link's secret, which is in no address from then on.</summary>
    public const string Token = "token";

    /// <summary>The invited person's field.</summary>
    public const string Password = "password";

    private static readonly (string Name, AssessmentForm.Kind Kind)[] Fields =
    [
        ("email", AssessmentForm.Kind.Text), ("from", AssessmentForm.Kind.Text), ("note", AssessmentForm.Kind.Text), ("username", AssessmentForm.Kind.Text),
        .. UsageForm.Fields,
    ];

    /// <summary>Puts the pages on their routes.</summary>
    /// <param name="open">For everybody: whoever is invited has no key.</param>
    /// <param name="closed">For those who may assess.</param>
    public static void MapInvitePages(this IEndpointRouteBuilder open, IEndpointRouteBuilder closed)
    {
        closed.MapMethods(ConsolePaths.Invite, GetOrHead.Methods, IResult () => Form());
        closed.MapPost(ConsolePaths.Invite, MakeAsync).On(ConsolePaths.Invite).AddEndpointFilter(ConsoleForms.OwnOnly).AddEndpointFilter(ConsoleForms.Readable);
        closed.MapPost("/invites/{id}/revoke", RevokeAsync).On(ConsolePaths.History).AddEndpointFilter(ConsoleForms.OwnOnly);
        open.MapMethods($"{ConsolePaths.Ask}/{{token}}", GetOrHead.Methods, AskAsync);
        open.MapPost(ConsolePaths.Ask, RunAsync).On(LinkOf).AddEndpointFilter(ConsoleForms.OwnOnly).AddEndpointFilter(ConsoleForms.Readable);
    }

    // What is shown to whoever was invited leads back to his link: another page of ours would ask him for a key.
    private static string LinkOf(HttpContext http) =>
        PageOfForm.Sent(http, Token) is { } token && InviteToken.IsPossible(token) ? ConsolePaths.AskOf(token) : ConsolePaths.Start;

    private static HtmlPage<InvitePage> Form(IFormCollection? form = null, Problem? problem = null) => new(
        new Dictionary<string, object?> { ["Form"] = form, ["Problem"] = problem }, problem?.Status ?? StatusCodes.Status200OK);

    private static async Task<IResult> MakeAsync(HttpContext http, Invitations invitations, InviteDoor door, AddressPolicy policy)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (ConsoleLanguage.Choose(http, form)) return form.ContainsKey(Token) ? await MadeBeforeAsync(form[Token].ToString(), http, door) : Form(form);
        var request = AssessmentForm.Object(Fields, name => name == "email" ? AddressIn(form[name]) : form[name]);
        if (AssessmentForm.ServerIn(form[AssessmentForm.Server]) is { } server) request["server"] = server;
        var body = JsonBody<InviteRequest>.Of(JsonSerializer.SerializeToUtf8Bytes(request, WireJson.Options));
        if (body.Validate(http.RequestServices) is { } wrong) return Form(form, wrong);
        if (TargetRefusal.Of(AssessmentOrder.From(Invitations.Assessment(body.Value)), policy) is { } refusal) return Form(form, refusal);
        var (invite, token) = await invitations.MakeAsync(body.Value, Caller.Of(http), http.RequestAborted);
        return Made(invite, body.Value, token, http);
    }

    // As the start page takes it; what would be asked about there is left to the request's own rules.
    private static string? AddressIn(string? text) => PasteReader.Read(text) is { Subject: PastedSubject.Mailbox mailbox, IsGuess: false } ? mailbox.Text : text;

    // The page that has the link is shown in another language: nobody else knows it any more.
    private static async Task<IResult> MadeBeforeAsync(string token, HttpContext http, InviteDoor door) =>
        await door.OpenAsync(token, http) is { Invite: { } invite, Request: { } request } ? Made(invite, request, token, http) : new SeeOther(ConsolePaths.History);

    private static HtmlPage<InviteMadePage> Made(StoredInvite invite, InviteRequest request, string token, HttpContext http) => new(
        new Dictionary<string, object?> { ["Invite"] = invite, ["Email"] = request.Email, ["Token"] = token, ["Link"] = InviteLink.Of(http, token) });

    private static async Task<IResult> RevokeAsync(string id, HttpContext http, InviteArchive archive, Ownership ownership)
    {
        await archive.RevokeAsync(ownership.SeenBy(Caller.Of(http)), id, http.RequestAborted);
        return new SeeOther(ConsolePaths.History);
    }

    private static async Task<IResult> AskAsync(string token, HttpContext http, InviteDoor door)
    {
        var found = await door.OpenAsync(token, http);
        return found.Request is null ? Closed(found) : Asked(found, token);
    }

    private static async Task<IResult> RunAsync(
        HttpContext http, InviteDoor door, InviteArchive archive, AssessmentRunner runner, Admission admission, TimeProvider clock)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var token = form[Token].ToString();
        var found = await door.OpenAsync(token, http);
        if (found is not { Request: { } request, Invite: { } invite }) return Closed(found);
        var body = Filled(request, form[Password].ToString());
        if (body.Validate(http.RequestServices) is { } wrong) return Asked(found, token, wrong);
        var (run, refusal) = await admission.AskAsync(AssessmentOrder.From(body.Value), http);
        if (run is null) return Asked(found, token, refusal!.Problem);
        if (await BegunAsync(archive, invite, run, http))
        {
            var stream = new PageStream(runner, Of(invite, run, archive), clock, new(ConsolePaths.AskOf(token)));
            return new InvitedRun(stream, () => archive.ReopenAsync(invite.Id));
        }

        run.Attempt.Withdraw();
        await run.DisposeAsync();
        return Closed(await door.OpenAsync(token, http));
    }

    // Whoever is second, by a moment, in another window, finds that it is over.
    private static async Task<bool> BegunAsync(InviteArchive archive, StoredInvite invite, AdmittedRun run, HttpContext http)
    {
        try
        {
            return await archive.TryBeginAsync(invite.Id, http.RequestAborted);
        }
        catch
        {
            run.Attempt.Withdraw();
            await run.DisposeAsync();
            throw;
        }
    }

    // The report is its maker's, who finds it in the history; whoever was invited has its link.
    private static AdmittedRun Of(StoredInvite invite, AdmittedRun run, InviteArchive archive) => run with
    {
        Order = run.Order with { Owner = invite.Owner, Note = invite.Note, Ended = report => archive.EndAsync(invite.Id, report) },
    };

    private static JsonBody<AssessmentRequest> Filled(InviteRequest request, string password)
    {
        var filled = JsonSerializer.SerializeToNode(Invitations.Assessment(request), WireJson.Options)!.AsObject();
        var credentials = new JsonObject { ["password"] = password.Length == 0 ? null : password };
        if (request.Username is { } username) credentials["username"] = username;
        filled["credentials"] = credentials;
        return JsonBody<AssessmentRequest>.Of(JsonSerializer.SerializeToUtf8Bytes(WithoutNulls(filled), WireJson.Options));
    }

    private static JsonObject WithoutNulls(JsonObject request)
    {
        foreach (var (name, value) in request.ToList())
        {
            if (value is null) request.Remove(name);
            else if (value is JsonObject inner) WithoutNulls(inner);
        }

        return request;
    }

    private static HtmlPage<AskPage> Asked(OpenedInvite found, string token, Problem? problem = null) => new(
        new Dictionary<string, object?> { ["Invite"] = found.Invite, ["Email"] = found.Request!.Email, ["Token"] = token, ["Problem"] = problem },
        problem?.Status ?? StatusCodes.Status200OK);

    private static IResult Closed(OpenedInvite found) => found.Refusal is { } refusal ? refusal.AsResult() : new HtmlPage<AskClosedPage>(
        new Dictionary<string, object?> { ["State"] = found.State, ["IsRunning"] = found.IsRunning }, found.Invite is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone);
}
