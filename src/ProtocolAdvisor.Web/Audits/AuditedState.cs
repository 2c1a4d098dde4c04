using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Web.Audits;

/// <summary>How far a subject of an audit is, and then whether it works.</summary>
[JsonConverter(typeof(CamelCase<AuditedState>))]
internal enum AuditedState
{
    /// <summary>It has not been looked at, or not to the end.</summary>
    Waiting,

    /// <summary>It works, as far as it was tested.</summary>
    Works,

    /// <summary>It works, and something is to be mended all the same.</summary>
    ToMend,

    /// <summary>It does not work.</summary>
    DoesNotWork,

    /// <summary>Something of ours, or of the way between, kept us from finding out.</summary>
    CouldNotFindOut,
}

/// <summary>What a subject's state has to do with a report's.</summary>
internal static class AuditedStates
{
    /// <summary>The state of a subject whose report's is this; null while there is none.</summary>
    public static AuditedState Of(SummaryState? summary) => summary switch
    {
        SummaryState.Works => AuditedState.Works,
        SummaryState.ToMend => AuditedState.ToMend,
        SummaryState.DoesNotWork => AuditedState.DoesNotWork,
        SummaryState.CouldNotFindOut => AuditedState.CouldNotFindOut,
        _ => AuditedState.Waiting,
    };

    /// <summary>The report's state; null while there is none.</summary>
    public static SummaryState? Summary(this AuditedState state) => state switch
    {
        AuditedState.Waiting => null,
        AuditedState.Works => SummaryState.Works,
        AuditedState.ToMend => SummaryState.ToMend,
        AuditedState.DoesNotWork => SummaryState.DoesNotWork,
        AuditedState.CouldNotFindOut => SummaryState.CouldNotFindOut,
    };
}
