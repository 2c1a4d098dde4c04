using System.Threading.Channels;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Console.Pages;
using ProtocolAdvisor.Web.Console.Parts;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console;

/// <summary>
/// Tells a run as a page that grows: one line a step, then the way to the report. It needs no script: browsers show what has come so far,
/// leaving the page cancels the run, and the last line leads on.
/// </summary>
/// <param name="runner">Runs it.</param>
/// <param name="admitted">What is run.</param>
/// <param name="clock">Times the steps.</param>
/// <param name="way">Where cancelling leads.</param>
internal sealed class PageStream(AssessmentRunner runner, AdmittedRun admitted, TimeProvider clock, WayBack way)
    : RunStream(runner, admitted, clock)
{
    private string _rest = "";
    private PageContext? _context;

    /// <inheritdoc/>
    protected override string StillRunning => " \n";

    /// <inheritdoc/>
    protected override async Task<(IRunTeller Teller, Language Language)> BeginAsync(HttpContext http, ChannelWriter<StreamPart> parts)
    {
        var context = _context = await PageContext.OfAsync(http);
        var page = await Html.RenderAsync<ProgressPage>(http, context, new Dictionary<string, object?>
        {
            ["Subject"] = OwnLetters.Of(NameOf(Admitted.Order)),
            ["Way"] = way,
            ["Deadline"] = Admitted.Order.Subject.Limits.Deadline,
            ["SignsIn"] = Admitted.Order.Subject.Credentials is not null,
        });
        var cut = page.IndexOf(ProgressPage.StepsGoHere, StringComparison.Ordinal);
        _rest = page[(cut + ProgressPage.StepsGoHere.Length)..];
        http.Response.ContentType = Html.MediaType;
        parts.TryWrite(new Text(page[..cut]));
        return (new Teller(Admitted, http, context, parts, _rest, Clock), context.Language);
    }

    /// <inheritdoc/>
    protected override StreamPart OurFault(HttpContext http, Exception exception) => new Component<ProgressFault>(
        http, _context!, new() { ["TraceId"] = ProblemPipeline.OurFault(http, exception).TraceId, ["Rest"] = _rest });

    /// <inheritdoc/>
    protected override StreamPart BrokenOff(HttpContext http) => new Component<ProgressFault>(http, _context!, new() { ["TraceId"] = null, ["Rest"] = _rest });

    private static string NameOf(AssessmentOrder order) =>
        order.Email?.ToString() ?? order.Shown?.Email ?? (order.Subject.Domain ?? order.Subject.Endpoints[0].Host).Value;

    private sealed record Text(string Html) : StreamPart
    {
        public override Task WriteAsync(HttpResponse response, CancellationToken cancellationToken) =>
            response.WriteAsync(Html, cancellationToken);
    }

    private sealed record Component<TComponent>(HttpContext Http, PageContext Context, Dictionary<string, object?> Parameters) : StreamPart
        where TComponent : ConsoleComponent
    {
        public override async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken) =>
            await response.WriteAsync(await Html.RenderAsync<TComponent>(Http, Context, Parameters), cancellationToken);
    }

    private sealed class Teller(AdmittedRun run, HttpContext http, PageContext context, ChannelWriter<StreamPart> parts, string rest, TimeProvider clock) : IRunTeller
    {
        private readonly long _start = clock.GetTimestamp();
        private readonly FirstAnswer _first = run.Order.FirstAnswer(context.Language);

        public void Report(AssessmentEvent value)
        {
            run.Attempt.Report(value);
            var afterMs = clock.GetElapsedTime(_start).TotalMilliseconds;
            Tell<ProgressLine>(new() { ["Event"] = value, ["AfterMs"] = afterMs });
            if (_first.Of(value.SoFar) is { } answer) Tell<ProgressAnswer>(new() { ["Answer"] = answer, ["AfterMs"] = afterMs });
        }

        public void End(AssessmentReport report, bool stored) =>
            Tell<ProgressEnd>(new() { ["Report"] = report, ["Stored"] = stored, ["Rest"] = rest });

        private void Tell<TComponent>(Dictionary<string, object?> parameters)
            where TComponent : ConsoleComponent => parts.TryWrite(new Component<TComponent>(http, context, parameters));
    }
}
