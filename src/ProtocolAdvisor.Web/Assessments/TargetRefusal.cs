using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>Refuses an order that itself names what must not be dialled. What a name turns out to resolve to is a finding, not a refusal.</summary>
internal static class TargetRefusal
{
    /// <summary>The refusal; null when every endpoint may be tried.</summary>
    public static Problem? Of(AssessmentOrder order, AddressPolicy policy) =>
        order.Subject.Endpoints.All(x => policy.Allows(x.Host) && policy.AllowsPort(x.Port))
            ? null : Problem.Of(StatusCodes.Status422UnprocessableEntity, ProblemCode.TargetNotAllowed);
}
