using ProtocolAdvisor.Web.Audits;

namespace ProtocolAdvisor.Web.Console.Audits;

/// <summary>How a subject's state is shown.</summary>
internal static class AuditLights
{
    /// <summary>Its colour and picture.</summary>
    public static Light Of(AuditedState state) => state switch
    {
        AuditedState.Works => Light.Good,
        AuditedState.ToMend => Light.Mend,
        AuditedState.DoesNotWork => Light.Bad,
        AuditedState.CouldNotFindOut => Light.Open,
        AuditedState.Waiting => Light.None,
    };
}
