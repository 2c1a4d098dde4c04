using ProtocolAdvisor.Languages.English;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Languages.English;

/// <summary>Refusals in English.</summary>
internal static class EnglishProblems
{
    public static ProblemPhrases Phrases { get; } = new(
        new Dictionary<int, string>
        {
            [400] = "Bad Request",
            [401] = "Unauthorized",
            [403] = "Forbidden",
            [404] = "Not Found",
            [405] = "Method Not Allowed",
            [406] = "Not Acceptable",
            [408] = "Request Timeout",
            [413] = "Content Too Large",
            [415] = "Unsupported Media Type",
            [421] = "Misdirected Request",
            [422] = "Unprocessable Entity",
            [429] = "Too Many Requests",
            [500] = "Internal Server Error",
            [503] = "Service Unavailable",
        },
        new Dictionary<string, string>
        {
            [ProblemCode.MalformedJson] = "The body is not well-formed JSON, or nests too deeply.",
            [ProblemCode.InvalidRequest] = "Some members of the request are wrong.",
            [ProblemCode.BadRequest] = "The request cannot be read.",
            [ProblemCode.KeyRequired] = "A key is needed: X-Api-Key, or Authorization: Bearer.",
            [ProblemCode.KeyUnknown] = "The key is not known here.",
            [ProblemCode.ScopeMissing] = "The key does not open this.",
            [ProblemCode.FormOfAnotherSite] = "A form is taken from our own pages only. Open the start page and send it from there.",
            [ProblemCode.HostNotAllowed] = "Without a key the service answers only under the names it listens on, such as localhost.",
            [ProblemCode.NotFound] = "There is nothing at this address.",
            [ProblemCode.AssessmentNotFound] = "There is no such report, or it has expired.",
            [ProblemCode.SettingsFormatUnknown] = "There is no such format. There are: {formats}.",
            [ProblemCode.ProtocolUnknown] = "The query's protocol is one of: {protocols}.",
            [ProblemCode.NothingRecommended] = EnglishSettings.Phrases.Obstacles[SettingsObstacle.NothingRecommended],
            [ProblemCode.ProtocolNotUsable] = EnglishSettings.Phrases.Obstacles[SettingsObstacle.ProtocolNotUsable],
            [ProblemCode.OutgoingServerUnknown] = EnglishSettings.Phrases.Obstacles[SettingsObstacle.OutgoingServerUnknown],
            [ProblemCode.SignInNotExpressible] = EnglishSettings.Phrases.Obstacles[SettingsObstacle.SignInNotExpressible],
            [ProblemCode.UserNameNotExpressible] = EnglishSettings.Phrases.Obstacles[SettingsObstacle.UserNameNotExpressible],
            [ProblemCode.EmailOfAnotherDomain] = "This address is of another domain than the report: its servers are others. Run an assessment for it.",
            [ProblemCode.PortNotExpressible] = EnglishSettings.Phrases.Obstacles[SettingsObstacle.PortNotExpressible],
            [ProblemCode.MethodNotAllowed] = "This method is not available here.",
            [ProblemCode.NotAcceptable] = "This can be had as: {types}.",
            [ProblemCode.RequestTimeout] = "The body did not arrive within 5 seconds.",
            [ProblemCode.BodyTooLarge] = "A request body may have 256\u00A0KiB.",
            [ProblemCode.UnsupportedMediaType] = "application/json in UTF-8, not compressed, is expected.",
            [ProblemCode.TargetNotAllowed] = "The request names a host or a port that this service must not dial: only public mail servers on mail ports, unless the operator allows more.",
            [ProblemCode.TooManyAssessments] = "Too many assessments are running and waiting.",
            [ProblemCode.TooManyRequests] = "The key's requests of this minute are used up.",
            [ProblemCode.StorageUnavailable] = "Stored reports cannot be read, written or removed at the moment. Try again shortly.",
            [ProblemCode.Stopping] = "The service is stopping and takes no new work. Try again shortly.",
            [ProblemCode.TooManyFailedSignIns] = "Too many sign-ins have failed within an hour; nothing was tried. Without credentials the server can still be assessed.",
        },
        new Dictionary<string, string>
        {
            [ProblemCode.NotAcceptable] = "None of the media types that the request accepts can be written; the answer names those that can.",
            [ProblemCode.InternalError] = "A fault of this service. The operator finds its cause by the traceId of the answer.",
            [JsonShape.WrongTypeOfMember] = "The value is of another type than the member, or none of the values that it may have.",
        },
        new Dictionary<string, string>
        {
            ["required"] = "This member is required.",
            ["duplicate-member"] = "This member is named twice.",
            ["unknown-member"] = "There is no such member.",
            ["unknown-parameter"] = "There is no such query parameter here.",
            ["one-object"] = "One JSON object is expected.",
            ["object"] = "An object is expected here.",
            ["array"] = "An array is expected here.",
            ["not-null"] = "Null is not allowed here.",
            ["boolean"] = "true or false is expected here.",
            ["number"] = "A number is expected here.",
            ["whole-number"] = "A whole number is expected here.",
            ["string"] = "A well-formed string is expected here.",
            ["one-of"] = "One of {values} is expected here.",
            ["number-between"] = "A number from {From} to {To} is expected.",
            ["length-between"] = "{MinLength} to {MaxLength} characters are expected.",
            ["control-character"] = "Control characters are not allowed here.",
            ["display-name-character"] = "Control characters, line breaks and marks that turn the direction of text do not belong into a name, nor is it all blank.",
            ["email-invalid"] = "A mail address, name@domain, is expected.",
            ["server-required"] = "A mail address, or the mail server, is needed.",
            ["domain-required"] = "A mail address, or a mail domain, is needed.",
            ["email-and-domain"] = "A mail address or a mail domain is expected, not both.",
            ["domain-invalid"] = "A domain name such as example.com is expected.",
            ["host-required"] = "A host, or the endpoints, must be named.",
            ["endpoint-host-required"] = "A host is needed here, or for the server.",
            ["host-invalid"] = "A host name, or an IP address in its canonical spelling, is expected.",
            ["endpoints-count"] = "1 to 16 endpoints are expected.",
            ["protocol-required"] = "imap or pop3 is expected.",
            ["port-required"] = "A port is needed.",
            ["security-required"] = "implicitTls, startTls or cleartext is expected.",
            ["username-required"] = "A user name is needed where no mail address is given.",
            ["secret-required"] = "A password or an access token is needed.",
            ["password-and-token"] = "A password or an access token is expected, not both.",
            ["password-length"] = "1 to 1024 characters are expected.",
            ["token-length"] = "1 to 16384 characters are expected.",
            ["token-character"] = "An access token has visible ASCII characters only.",
            ["largest-folders-out-of-range"] = "At most 12 folders are expected.",
        });
}
