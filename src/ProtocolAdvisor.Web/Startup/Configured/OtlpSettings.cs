namespace ProtocolAdvisor.Web.Startup.Configured;

/// <summary>
/// What the exporter of metrics and traces reads (OpenTelemetry Protocol Exporter, Environment Variables). It ends at headers that it cannot read with
/// a stack trace that repeats them, and sends nothing, silently, where the address is wrong.
/// </summary>
internal static class OtlpSettings
{
    /// <summary>Where to; without it nothing is sent, and nothing else of these is read.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] Exporters =
        ["OTEL_EXPORTER_OTLP_", "OTEL_EXPORTER_OTLP_TRACES_", "OTEL_EXPORTER_OTLP_METRICS_", "OTEL_EXPORTER_OTLP_LOGS_"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        .. Exporters.SelectMany(Exporter),
        SettingKinds.ExistingFile("OTEL_EXPORTER_OTLP_CERTIFICATE"), SettingKinds.ExistingFile("OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE"),
        SettingKinds.ExistingFile("OTEL_EXPORTER_OTLP_CLIENT_KEY"),
        .. Texts("OTEL_SERVICE_NAME", "OTEL_RESOURCE_ATTRIBUTES", "OTEL_TRACES_SAMPLER", "OTEL_TRACES_SAMPLER_ARG", "OTEL_SDK_DISABLED",
            "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE", "OTEL_METRICS_EXEMPLAR_FILTER", "OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION"),
        .. Numbers("OTEL_METRIC_EXPORT_INTERVAL", "OTEL_METRIC_EXPORT_TIMEOUT", "OTEL_BSP_SCHEDULE_DELAY", "OTEL_BSP_EXPORT_TIMEOUT", "OTEL_BSP_MAX_QUEUE_SIZE",
            "OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT", "OTEL_ATTRIBUTE_COUNT_LIMIT", "OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT",
            "OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", "OTEL_SPAN_EVENT_COUNT_LIMIT", "OTEL_SPAN_LINK_COUNT_LIMIT"),
    ];

    private static Setting[] Exporter(string prefix) =>
    [
        new Setting<Uri?>($"{prefix}ENDPOINT", "an http or https address such as http://127.0.0.1:4317", IsWeb, null, "none"),
        new Setting<string>($"{prefix}HEADERS", "name=value, with a comma between two of them,", AreHeaders, "", "none") { IsSecret = true },
        new Setting<string>($"{prefix}PROTOCOL", "grpc or http/protobuf", IsProtocol, "grpc", "grpc"),
        SettingKinds.Number($"{prefix}TIMEOUT", 10_000, 1, int.MaxValue),
    ];

    private static IEnumerable<Setting> Texts(params string[] keys) => keys.Select(SettingKinds.Text);

    private static IEnumerable<Setting> Numbers(params string[] keys) => keys.Select(key => SettingKinds.Number(key, 0, 1, int.MaxValue));

    private static bool IsWeb(string? text, out Uri? address) => Uri.TryCreate(text, UriKind.Absolute, out address) && address.Scheme is "http" or "https";

    private static bool IsProtocol(string? text, out string value) => (value = text ?? "") is "grpc" or "http/protobuf";

    // As the exporter cuts them, percent signs decoded: names must be tokens of HTTP, or the first export throws.
    private static bool AreHeaders(string? text, out string value)
    {
        value = text ?? "";
        return Uri.UnescapeDataString(value).Split(',', StringSplitOptions.RemoveEmptyEntries).All(IsHeader);
    }

    private static bool IsHeader(string pair)
    {
        var at = pair.IndexOf('=', StringComparison.Ordinal);
        if (at < 1) return false;
        using var probe = new HttpRequestMessage();
        return pair[..at].Trim() is { Length: > 0 } name && probe.Headers.TryAddWithoutValidation(name, pair[(at + 1)..].Trim());
    }
}
