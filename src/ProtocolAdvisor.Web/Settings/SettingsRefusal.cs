using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Settings;

/// <summary>Why there are no settings.</summary>
internal static class SettingsRefusal
{
    /// <summary>There is no such report: nobody can tell an id that never was from one that has expired.</summary>
    public static Problem UnknownReport { get; } = Problem.Of(StatusCodes.Status404NotFound, ProblemCode.AssessmentNotFound);

    /// <summary>There is no such format.</summary>
    public static Problem UnknownFormat { get; } =
        Problem.Of(StatusCodes.Status404NotFound, ProblemCode.SettingsFormatUnknown, ("formats", Names(Enum.GetValues<SettingsFormat>())));

    /// <summary>There is no such protocol.</summary>
    public static Problem UnknownProtocol { get; } =
        Problem.Of(StatusCodes.Status400BadRequest, ProblemCode.ProtocolUnknown, ("protocols", Names(MailProtocols.Compared)));

    /// <summary>The person's address is of another domain than the report.</summary>
    public static Problem OtherDomain { get; } = Problem.Of(StatusCodes.Status422UnprocessableEntity, ProblemCode.EmailOfAnotherDomain);

    /// <summary>What stands against a file.</summary>
    public static Problem Of(SettingsObstacle obstacle) => Problem.Of(StatusCodes.Status422UnprocessableEntity, obstacle switch
    {
        SettingsObstacle.NothingRecommended => ProblemCode.NothingRecommended,
        SettingsObstacle.ProtocolNotUsable => ProblemCode.ProtocolNotUsable,
        SettingsObstacle.OutgoingServerUnknown => ProblemCode.OutgoingServerUnknown,
        SettingsObstacle.SignInNotExpressible => ProblemCode.SignInNotExpressible,
        SettingsObstacle.UserNameNotExpressible => ProblemCode.UserNameNotExpressible,
        _ => ProblemCode.PortNotExpressible,
    });

    private static string Names<T>(IEnumerable<T> known)
        where T : struct, Enum => string.Join(", ", known.Select(WireName.Of));
}
