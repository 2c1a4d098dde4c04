using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using ProtocolAdvisor.Languages;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Wire;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Settings;

/// <summary>A report's outcome as settings for mail clients.</summary>
internal static class SettingsEndpoints
{
    /// <summary>Puts the resource on its route.</summary>
    public static void MapSettings(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/v1/assessments/{id}/settings/{format}", GetOrHead.Methods, OpenAsync).WithName("OpenSettings").WithTags("Assessments")
            .RequireScope(Scope.Assess).Refuses(400, 401, 403, 404, 406, 421, 422, 429, 503);

    /// <summary>The settings for a mail client: the recommended protocol first.</summary>
    /// <remarks><c>thunderbird</c> is autoconfig XML 1.1, <c>apple</c> a configuration profile, <c>outlook</c> an Autodiscover reply,
    /// <c>pacc</c> the document of draft-ietf-mailmaint-pacc, <c>text</c> plain text for a person in the language of Accept-Language. No
    /// address, user name or password is in them: clients fill in placeholders, or ask. Servers other than the first are left out where a
    /// format cannot name them. Where the client would reject the file or misread it, there is none, and the problem's code says why (422):
    /// without an outgoing server, with a user name or a sign-in that the format cannot say. <c>text</c> can say everything.</remarks>
    /// <param name="id">The report.</param>
    /// <param name="format">The format.</param>
    /// <param name="protocol">The protocol to put first, if not the recommended one: also where neither is recommended. What speaks against
    /// it is in the text.</param>
    /// <param name="http">The request.</param>
    /// <param name="archive">Where reports are kept.</param>
    private static async Task<Results<SettingsAnswer, ProblemResult>> OpenAsync(
        string id,
        [AllowedValues("thunderbird", "apple", "outlook", "pacc", "text")] string format,
        [AllowedValues("imap", "pop3")] string? protocol,
        HttpContext http,
        ReportArchive archive)
    {
        if ((!TryName<MailProtocol>(protocol, out var asked) || !asked.ReadsMail()) && protocol is not null) return SettingsRefusal.UnknownProtocol.AsResult();
        if (await archive.FindAsync(id, http.RequestAborted) is not { } run) return SettingsRefusal.UnknownReport.AsResult();
        return Answer(http, run, format, protocol is null ? null : asked, () => RequestLanguage.Of(http));
    }

    /// <summary>A run's settings in a format.</summary>
    /// <param name="http">The request.</param>
    /// <param name="run">The run.</param>
    /// <param name="format">The format's name.</param>
    /// <param name="first">The protocol to put first; null for the recommended one.</param>
    /// <param name="language">The language, asked only for a format that has one.</param>
    public static Results<SettingsAnswer, ProblemResult> Answer(HttpContext http, AssessedRun run, string format, MailProtocol? first, Func<Language> language)
    {
        if (!TryName<SettingsFormat>(format, out var wanted)) return SettingsRefusal.UnknownFormat.AsResult();
        var spoken = wanted == SettingsFormat.Text ? language() : Language.English;
        return Answer(http, run.Settings(wanted, first, spoken));
    }

    private static Results<SettingsAnswer, ProblemResult> Answer(HttpContext http, SettingsOutcome outcome)
    {
        if (outcome.File is not { } file) return SettingsRefusal.Of(outcome.Obstacle!.Value).AsResult();
        var offered = MediaTypes(file);
        return AcceptGate.Chosen(http.Request, offered) is { } mediaType
            ? new SettingsAnswer(file, mediaType) : AcceptGate.Refusal(offered).AsResult();
    }

    // RFC 7303 §9.2 makes them one; some clients ask for the other.
    private static string[] MediaTypes(SettingsFile file) => file.MediaType switch
    {
        "text/xml" => ["text/xml", "application/xml"],
        "application/xml" => ["application/xml", "text/xml"],
        _ => [file.MediaType],
    };

    private static bool TryName<T>(string? text, out T value)
        where T : struct, Enum
    {
        value = Enum.GetValues<T>().FirstOrDefault(x => WireName.Of(x) == text);
        return WireName.Of(value) == text;
    }
}
