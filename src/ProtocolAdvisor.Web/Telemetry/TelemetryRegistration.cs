using Microsoft.Extensions.Logging.Console;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ProtocolAdvisor.Web.Telemetry;

/// <summary>Registers metrics and traces.</summary>
internal static class TelemetryRegistration
{
    /// <summary>Ours and ASP.NET's; sent by OTLP only where the environment names a collector.</summary>
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<AdvisorTelemetry>();
        services.AddSingleton<AssessmentRecorder>();
        var telemetry = services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddMeter(AdvisorTelemetry.Name).AddAspNetCoreInstrumentation())
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

    // A path holds a report's id, and whoever knows that may read the report: traces get the route instead.
    private static string? RouteOf(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
}
