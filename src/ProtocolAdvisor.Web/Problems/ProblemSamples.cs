using ProtocolAdvisor.Web.Settings;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Problems;

/// <summary>One problem of every code, as it is made where it occurs: for the catalogue and for the contract's examples.</summary>
internal static class ProblemSamples
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    /// <summary>The problem of this code.</summary>
    public static Problem Of(string code) => code switch
    {
        ProblemCode.SettingsFormatUnknown => SettingsRefusal.UnknownFormat,
        ProblemCode.ProtocolUnknown => SettingsRefusal.UnknownProtocol,
        ProblemCode.NotAcceptable => AcceptGate.Refusal(AcceptGate.Json),
        ProblemCode.InvalidRequest => Problem.Invalid([QueryGate.Unknown("lang")]),
        ProblemCode.MalformedJson => JsonBody.Malformed(),
        ProblemCode.InternalError => Problem.Of(ProblemStatuses.All[code], code) with { TraceId = Trace },
        _ => Problem.Of(ProblemStatuses.All[code], code),
    };
}
