using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ProtocolAdvisor.Web.Telemetry;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Telemetry;

/// <summary>The operator's guide names every metric that we make, with its unit, and no other.</summary>
public sealed partial class DocumentedMetricsTests
{
    [Fact]
    public void Metrics_and_units_are_the_guides()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = services.GetRequiredService<IMeterFactory>();
        var made = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == AdvisorTelemetry.Name && instrument.Meter.Scope == factory) made.Add($"{instrument.Name} {instrument.Unit}");
            },
        };
        listener.Start();
        using var telemetry = new AdvisorTelemetry(factory);
        var told = Guide.Section("Monitoring").Select(x => Row().Match(x)).Where(x => x.Success)
            .Select(x => $"{x.Groups[1].Value} {x.Groups[2].Value}");
        Assert.Equal(made.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| `(protocol_advisor\.[a-z._]+)` \| `([^`]+)` \|")]
    private static partial Regex Row();
}
