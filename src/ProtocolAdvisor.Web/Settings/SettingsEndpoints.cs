using System.ComponentModel.DataAnnotations;
using System.Text;
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
    private const string Route = "/v1/assessments/{id}/settings/{format}";

    private static readonly string[] Refusals =
    [
        ProblemCode.ProtocolUnknown, ProblemCode.AssessmentNotFound, ProblemCode.SettingsFormatUnknown, ProblemCode.NothingRecommended, ProblemCode.ProtocolNotUsable,
        ProblemCode.OutgoingServerUnknown, ProblemCode.SignInNotExpressible, ProblemCode.UserNameNotExpressible, ProblemCode.PortNotExpressible, ProblemCode.StorageUnavailable,
    ];

    /// <summary>Puts the resource on its route.</summary>
    public static void MapSettings(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Route, GetOrHead.Methods, OpenAsync).WithName("OpenSettings").WithTags("Assessments")
            .RequireScope(Scope.Assess).Refuses(Refusals);
        routes.MapPost(Route, FillInAsync).WithName("FillInSettings").WithTags("Assessments")
            .AddEndpointFilter(BodyGate.Filter).RequireScope(Scope.Assess).Refuses([.. Refusals, ProblemCode.EmailOfAnotherDomain]);
    }

    /// <summary>The settings for a mail client: the recommended protocol first.</summary>
    /// <remarks><c>thunderbird</c> is autoconfig XML 1.1, <c>apple</c> a configuration profile, <c>outlook</c> an Autodiscover reply,
    /// <c>pacc</c> the document of draft-ietf-mailmaint-pacc, <c>text</c> plain text for a person in the language of Accept-Language. No
    /// address, user name or password is in them: clients fill in placeholders, or ask. Servers other than the first are left out where a
    /// format cannot name them. Where the client would reject the file or misread it, there is none, and the problem's code says why (422):
    /// without an outgoing server, with a user name or a sign-in that the format cannot say. <c>text</c> can say everything. Where the
    /// operator has a certificate for it, the profile is signed: CMS (RFC 5652) in DER, with the profile in it.</remarks>
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
        ReportArchive archive) => await AnswerAsync(id, format, protocol, null, http, archive);

    /// <summary>The same for one person: with the address, the user name that follows from it, and the display name filled in.</summary>
    /// <remarks>Nothing of it is stored or logged, and no password is in the file. Formats without a place for a member pass over it
    /// (<c>pacc</c> over all of them). A reply to Outlook can be written for one person where it cannot for everybody: it then names the
    /// user. An address of another domain than the report's is refused (422).</remarks>
    /// <param name="id">The report.</param>
    /// <param name="format">The format.</param>
    /// <param name="protocol">The protocol to put first, if not the recommended one.</param>
    /// <param name="body">Whom the settings are for.</param>
    /// <param name="http">The request.</param>
    /// <param name="archive">Where reports are kept.</param>
    private static async Task<Results<SettingsAnswer, ProblemResult>> FillInAsync(
        string id,
        [AllowedValues("thunderbird", "apple", "outlook", "pacc", "text")] string format,
        [AllowedValues("imap", "pop3")] string? protocol,
        JsonBody<SettingsRequest> body,
        HttpContext http,
        ReportArchive archive) => await AnswerAsync(id, format, protocol, Holder(body.Value), http, archive);

    /// <summary>The person of a valid request.</summary>
    public static AccountHolder Holder(SettingsRequest request) => new(EmailAddress.Parse(request.Email!), request.DisplayName?.Trim());

    private static async Task<Results<SettingsAnswer, ProblemResult>> AnswerAsync(
        string id, string format, string? protocol, AccountHolder? holder, HttpContext http, ReportArchive archive)
    {
        if ((!TryName<MailProtocol>(protocol, out var asked) || !asked.ReadsMail()) && protocol is not null) return SettingsRefusal.UnknownProtocol.AsResult();
        if (await archive.FindAsync(id, http.RequestAborted) is not { } run) return SettingsRefusal.UnknownReport.AsResult();
        return Answer(http, run, format, protocol is null ? null : asked, () => RequestLanguage.Of(http), holder);
    }

    /// <summary>A run's settings in a format.</summary>
    /// <param name="http">The request.</param>
    /// <param name="run">The run.</param>
    /// <param name="format">The format's name.</param>
    /// <param name="first">The protocol to put first; null for the recommended one.</param>
    /// <param name="language">The language, asked only for a format that has one.</param>
    /// <param name="holder">The one person whom they are for; null for everybody.</param>
    public static Results<SettingsAnswer, ProblemResult> Answer(
        HttpContext http, AssessedRun run, string format, MailProtocol? first, Func<Language> language, AccountHolder? holder = null)
    {
        if (!TryName<SettingsFormat>(format, out var wanted)) return SettingsRefusal.UnknownFormat.AsResult();
        if (holder is not null && run.Heading.Subject.Domain is { } domain && holder.Email.Domain.Value != domain)
            return SettingsRefusal.OtherDomain.AsResult();
        var spoken = wanted == SettingsFormat.Text ? language() : Language.English;
        return Answer(http, run.Settings(wanted, first, spoken, holder));
    }

    private static Results<SettingsAnswer, ProblemResult> Answer(HttpContext http, SettingsOutcome outcome)
    {
        if (outcome.File is not { } file) return SettingsRefusal.Of(outcome.Obstacle!.Value).AsResult();
        var offered = MediaTypes(file);

        // The path names the format: nobody who has asked for it is refused it for what else he accepts.
        var mediaType = AcceptGate.Chosen(http.Request, offered) ?? offered[0];
        var content = Encoding.UTF8.GetBytes(file.Content);
        if (mediaType == SettingsAnswer.Profile) content = http.RequestServices.GetRequiredService<ProfileSigner>().Signed(content);
        return new SettingsAnswer(file.Name, mediaType, content);
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
