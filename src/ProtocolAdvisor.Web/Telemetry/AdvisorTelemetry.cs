using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ProtocolAdvisor.Web.Telemetry;

/// <summary>Our own traces and metrics.</summary>
internal sealed class AdvisorTelemetry : IDisposable
{
    /// <summary>The name of both sources.</summary>
    public const string Name = "ProtocolAdvisor";

    private readonly Meter _meter;

    /// <summary>Creates the instruments.</summary>
    public AdvisorTelemetry(IMeterFactory meters)
    {
        _meter = meters.Create(Name);
        Duration = _meter.CreateHistogram<double>("protocol_advisor.assessment.duration", "s", "Time from an assessment's start to its stored report.");
        Running = _meter.CreateUpDownCounter<int>("protocol_advisor.assessment.running", "{assessment}", "Assessments under way.");
        LogLinesDropped = _meter.CreateCounter<long>("protocol_advisor.log.dropped", "{line}", "Log lines that were dropped because nobody read the log.");
        AuditSubjects = _meter.CreateCounter<long>("protocol_advisor.audit.subjects", "{subject}", "Subjects of audits that were looked at.");
        AuditShards = _meter.CreateUpDownCounter<int>("protocol_advisor.audit.shards", "{shard}", "Shards of audits under way.");
        ConnectionsRefused = _meter.CreateCounter<long>("protocol_advisor.connections.refused", "{connection}", "Connections to the service that were ended because there were too many.");
        _meter.CreateObservableGauge(
            "protocol_advisor.cluster.nodes", () => Nodes is { } nodes ? [new Measurement<int>(nodes())] : Array.Empty<Measurement<int>>(), "{node}",
            "Nodes of the cluster that work, as this one sees it.");
    }

    /// <summary>Spans of assessments.</summary>
    public ActivitySource Activities { get; } = new(Name);

    /// <summary>How long assessments take, by outcome; its count is their number.</summary>
    public Histogram<double> Duration { get; }

    /// <summary>Assessments under way.</summary>
    public UpDownCounter<int> Running { get; }

    /// <summary>Subjects of audits that were looked at, by outcome.</summary>
    public Counter<long> AuditSubjects { get; }

    /// <summary>Shards of audits under way.</summary>
    public UpDownCounter<int> AuditShards { get; }

    /// <summary>Log lines that nobody read in time.</summary>
    public Counter<long> LogLinesDropped { get; }

    /// <summary>Connections that were ended because there were too many.</summary>
    public Counter<long> ConnectionsRefused { get; }

    /// <summary>How many nodes the cluster has, as this one sees it; null where there is none.</summary>
    public Func<int>? Nodes { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Activities.Dispose();
        _meter.Dispose();
    }
}
