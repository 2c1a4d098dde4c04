using System.Text.Json;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Settings;

/// <summary>Why there are no settings.</summary>
internal static class SettingsRefusal
{
    /// <summary>There is no such format.</summary>
    public static ApiProblem UnknownFormat { get; } = ApiProblem.Of(
        StatusCodes.Status404NotFound, ProblemCode.SettingsFormatUnknown, $"There is no such format. There are: {Names<SettingsFormat>()}.");

    /// <summary>There is no such protocol.</summary>
    public static ApiProblem UnknownProtocol { get; } = ApiProblem.Of(
        StatusCodes.Status400BadRequest, ProblemCode.ProtocolUnknown, $"The query's protocol is one of: {Names<MailProtocol>()}.");

    /// <summary>The report recommends neither protocol.</summary>
    public static ApiProblem NothingRecommended { get; } = ApiProblem.Of(
        StatusCodes.Status422UnprocessableEntity, ProblemCode.NothingRecommended, "The report recommends neither protocol, so there is nothing to set up. Its headline says what to fix first.");

    /// <summary>No server of the protocol may be used.</summary>
    public static ApiProblem NoServer { get; } = ApiProblem.Of(
        StatusCodes.Status422UnprocessableEntity, ProblemCode.ProtocolNotUsable, "The report knows no server of this protocol that can be reached securely and may be given the account's password.");

    /// <summary>The format cannot say what must be said.</summary>
    public static ApiProblem Of(SettingsObstacle obstacle) =>
        ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, ProblemCode.SettingsNotExpressible, Sentence(obstacle) + " Ask for another format: text can say everything.");

    private static string Sentence(SettingsObstacle obstacle) => obstacle switch
    {
        SettingsObstacle.OutgoingServerUnknown => "This format must name the outgoing server, and none is known.",
        SettingsObstacle.SignInNotExpressible => "This format has no word for how one signs in to these servers.",
        _ => "This format can only name servers with TLS from the first byte on the standard port, and this one is elsewhere.",
    };

    private static string Names<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName));
}
