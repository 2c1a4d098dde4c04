using Microsoft.AspNetCore.Http.HttpResults;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Startup;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Discoveries;

/// <summary>Finds the mail servers of an address or domain.</summary>
internal static class DiscoveryEndpoints
{
    /// <summary>When the answer must be there, where nothing is said.</summary>
    public static readonly TimeSpan UsualDeadline = TimeSpan.FromSeconds(10);

    /// <summary>Puts the resource on its route.</summary>
    public static void MapDiscoveries(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/discoveries", RunAsync).WithName("Discover").WithTags("Discoveries")
            .WritesOnly(AcceptGate.Json).AddEndpointFilter(BodyGate.Filter)
            .RequireScope(Scope.Assess)
            .Refuses(ProblemCode.TooManyAssessments, ProblemCode.Stopping);

    /// <summary>Finds the mail servers of an address or domain.</summary>
    /// <remarks>Asks every published source, and says where each fact comes from, whether it can be trusted, and where sources contradict each other. Nothing is probed or stored.</remarks>
    private static async Task<Results<Ok<DiscoveryReply>, ProblemResult>> RunAsync(
        JsonBody<DiscoveryRequest> body, HttpContext http, MailboxAssessor assessor, AssessmentQueue queue, Drain drain, TimeProvider clock)
    {
        var question = Question(body.Value);
        var deadline = body.Value.DeadlineMs is { } ms ? TimeSpan.FromMilliseconds(ms) : UsualDeadline;
        using var turn = await queue.WaitAsync(deadline, Arrival.Of(http), http.RequestAborted);
        if (turn is null) return QueueRefusal.Of(http, queue);
        var began = clock.GetTimestamp();
        using var running = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, drain.Over);
        var result = await assessor.DiscoverAsync(question, turn.Left, running.Token);
        return TypedResults.Ok(DiscoveryReply.From(question, result, clock.GetElapsedTime(began), RequestLanguage.Of(http)));
    }

    private static DiscoveryQuestion Question(DiscoveryRequest request)
    {
        var email = request.Email is { } text ? EmailAddress.Parse(text) : null;
        return new DiscoveryQuestion(email?.Domain ?? HostName.Parse(request.Domain!), email, request.Discovery?.SendAddress == true);
    }
}
