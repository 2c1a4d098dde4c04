using System.Net;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using ProtocolAdvisor.Web.Cluster;

namespace ProtocolAdvisor.Web.Telemetry;

/// <summary>Registers metrics and traces.</summary>
internal static class TelemetryRegistration
{
    // Its meter has this name; it is silent where there is no cluster.
    private const string Orleans = "Microsoft.Orleans";

    /// <summary>Ours and ASP.NET's; sent by OTLP only where the environment names a collector.</summary>
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<AdvisorTelemetry>();
        services.AddSingleton<AssessmentRecorder>();
        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => Name(resource, configuration))
            .WithMetrics(metrics => metrics.AddMeter(AdvisorTelemetry.Name, Orleans).AddAspNetCoreInstrumentation())
            .WithTracing(traces => traces.AddSource(AdvisorTelemetry.Name).AddAspNetCoreInstrumentation(options =>
                options.EnrichWithHttpResponse = (activity, response) => activity.SetTag("url.path", RouteOf(response.HttpContext))));
        if (!string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) telemetry.UseOtlpExporter();
    }

    /// <summary>The console's log that waits for nobody, in the place of the framework's.</summary>
    public static void AddConsoleLog(this IServiceCollection services)
    {
        foreach (var waiting in services.Where(x => x.ImplementationType == typeof(ConsoleLoggerProvider)).ToList()) services.Remove(waiting);
        services.AddSingleton<ILoggerProvider, ConsoleLog>();
    }

    // Several nodes send the same instruments: each says which one it is.
    private static void Name(ResourceBuilder resource, IConfiguration configuration)
    {
        if (!ClusterOptions.IsEnabled(configuration)) return;
        var node = ClusterOptions.From(configuration);
        resource.AddAttributes([new("service.instance.id", $"{new IPEndPoint(node.Address, node.Port)}")]);
    }

    // A path holds a report's id, and whoever knows that may read the report: traces get the route instead.
    private static string? RouteOf(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
}
