using System.Reflection;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.Metadata;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>Tells a run as it goes, as server-sent events; the report comes last.</summary>
internal sealed class AssessmentStream(AssessmentRunner runner, AdmittedRun admitted, TimeProvider clock)
    : RunStream(runner, admitted, clock), IEndpointMetadataProvider
{
    private Func<Problem, ServerSentEvent>? _said;

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [AcceptGate.EventStream]));

    /// <inheritdoc/>
    protected override string StillRunning => ": still running\n\n";

    /// <inheritdoc/>
    /// <remarks>Whoever loses the line is to come back when another process may have taken over.</remarks>
    protected override string Stopping => ": the service is stopping, this run is finished first\nretry: 10000\n\n";

    /// <inheritdoc/>
    protected override StreamPart OurFault(HttpContext http, Exception exception) => _said!(ProblemPipeline.OurFault(http, exception));

    /// <inheritdoc/>
    protected override StreamPart BrokenOff(HttpContext http) => _said!(QueueRefusal.Stopping(http).Problem);

    /// <inheritdoc/>
    protected override Task<(IRunTeller Teller, Language Language)> BeginAsync(HttpContext http, ChannelWriter<StreamPart> parts)
    {
        var language = RequestLanguage.Of(http);
        _said = problem => new(ApiProblem.In(language, problem));
        http.Response.ContentType = AcceptGate.EventStream;
        return Task.FromResult<(IRunTeller, Language)>((new EventTeller(Admitted.Order, language, Admitted.Attempt, parts), language));
    }
}
