using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Startup;

public sealed class RefusedStartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("advisor-start").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("Storage:Retention", "a week")]
    [InlineData("Storage:Provider", "oracle")]
    [InlineData("ConnectionStrings:Advisor", "nonsense")]
    [InlineData("ConnectionStrings:Advisor", "Data Source=x;Mode=Memory")]
    [InlineData("ConnectionStrings:Advisor", "Data Source=x;Mode=ReadOnly")]
    [InlineData("ConnectionStrings:Advisor", "Data Source=:memory:")]
    [InlineData("ConnectionStrings:Advisor", "Data Source=file:x?mode=memory")]
    [InlineData("Urls", "nonsense")]
    [InlineData("Targets:AllowedNetworks:0", "127.0.0.1/99")]
    [InlineData("Targets:AllowedPorts:0", "70000")]
    [InlineData("Targets:AllowedPorts:0", "999-100")]
    [InlineData("Targets:PerHost:Concurrency", "0")]
    [InlineData("Targets:SignIn:FailuresPerHour", "-1")]
    [InlineData("Tls:TrustedRoots:0", "/nowhere/root.pem")]
    [InlineData("Dns:Servers:0", "resolver.example.com")]
    [InlineData("Dns:Timeout", "00:00:00")]
    [InlineData("Dns:TrustAuthenticatedData", "perhaps")]
    [InlineData("Discovery:HttpsPort", "0")]
    [InlineData("Discovery:HttpPort", "70000")]
    [InlineData("Limits:ConcurrentAssessments", "many")]
    [InlineData("Access:AllowAnonymous", "maybe")]
    [InlineData("Access:Keys:0:Name", "onboarding")]
    [InlineData("Acess:Keys:0:Name", "onboarding")]
    [InlineData("Logging:LogLevel:Default", "Verbose")]
    [InlineData("Target:AllowedPorts", "993")]
    [InlineData("ConnectionStrings:Advisor", "Data Source=x;Password=correct-horse")]
    [InlineData("ConnectionStrings:Advisor", "Data Source=x;Pooling=correct-horse")]
    [InlineData("contentRoot", "/nowhere/at/all")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "correct-horse", "OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "nonsense")]
    [InlineData("Kestrel:Endpoints:A:Certificate:Path", "/etc/passwd", "Kestrel:Endpoints:A:Url=https://127.0.0.1:0")]
    [InlineData("Kestrel:Endpoints:A:Protocols", "Http9", "Kestrel:Endpoints:A:Url=http://127.0.0.1:0")]
    [InlineData("Logging:Console:FormatterOptions:TimestampFormat", "%")]
    [InlineData("Logging:Console:FormatterOptions:UseUtcTimestamp", "perhaps")]
    [InlineData("FORWARDEDHEADERS_ENABLED", "true")]
    public async Task A_wrong_value_stops_the_start_with_one_line_that_names_its_key(string key, string value, string? beside = null)
    {
        var (exitCode, error, output) = await AdvisorProcess.RunAsync(_folder, [$"{key}={value}", .. beside is null ? [] : new[] { beside }]);
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith($"ProtocolAdvisor cannot start. {key.Replace("Access:Keys:0:Name", "Access:Keys:0:Sha256", StringComparison.Ordinal)}: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", error, StringComparison.Ordinal);
        Assert.DoesNotContain("correct-horse", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Urls")]
    [InlineData("help")]
    public async Task An_argument_that_sets_nothing_is_not_passed_over(string argument)
    {
        var (exitCode, error, output) = await AdvisorProcess.RunAsync(_folder, argument);
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith($"ProtocolAdvisor cannot start. \"--{argument}\": a value is expected", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_else_the_framework_ends_at_is_one_line()
    {
        var (exitCode, error, _) = await AdvisorProcess.RunAsync(_folder, "Kestrel:Endpoints:A:Url=https://127.0.0.1:0", "Kestrel:Endpoints:A:Certificate:Subject=nobody");
        Assert.Equal(1, exitCode);
        Assert.StartsWith("ProtocolAdvisor cannot start. ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_seals_that_cannot_be_written_is_known_before_somebody_signs_in()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "advisor.db.keys"), "", TestContext.Current.CancellationToken);
        var (exitCode, error, output) = await AdvisorProcess.RunAsync(_folder, "Access:Keys:0:Name=desk", $"Access:Keys:0:Sha256={new string('a', 64)}");
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith($"ProtocolAdvisor cannot start. The folder {_folder}/advisor.db.keys", error, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    [InlineData("http://[::]:0")]
    public async Task Without_keys_only_loopback_is_listened_on(string url)
    {
        var (exitCode, error, output) = await AdvisorProcess.RunAsync(_folder, $"urls={url}");
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("ProtocolAdvisor cannot start. Access:Keys: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anonymous_callers_are_never_let_in_beyond_loopback()
    {
        var hash = new string('a', 64);
        var (exitCode, error, output) = await AdvisorProcess.RunAsync(
            _folder, "urls=http://0.0.0.0:0", "Access:AllowAnonymous=true", "Access:Keys:0:Name=x", $"Access:Keys:0:Sha256={hash}");
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("ProtocolAdvisor cannot start. Access:AllowAnonymous: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_database_stops_the_start_with_one_line()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "advisor.db"), new string('x', 8192), TestContext.Current.CancellationToken);
        var (exitCode, error, output) = await AdvisorProcess.RunAsync(_folder);
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("ProtocolAdvisor cannot start. The database ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_stops_the_start_with_one_line()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "file"), "", TestContext.Current.CancellationToken);
        var (exitCode, error, output) = await AdvisorProcess.RunAsync(Path.Combine(_folder, "file"));
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("ProtocolAdvisor cannot start. The database ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_stops_the_start_with_one_line()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var (exitCode, error, output) = await AdvisorProcess.RunAsync(_folder, $"urls=http://{taken.LocalEndpoint}");
        Assert.Equal(1, exitCode);
        Assert.StartsWith("ProtocolAdvisor cannot start. Urls: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_are_no_JSON_stop_the_start_with_one_line()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "appsettings.json"), """{"Storage":{"Retention":""", TestContext.Current.CancellationToken);
        var (exitCode, error, output) = await AdvisorProcess.RunAsync(_folder, $"contentRoot={_folder}");
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("ProtocolAdvisor cannot start. The settings cannot be read: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_are_read_beside_the_program_not_from_the_current_folder()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "appsettings.json"), """{"Storage":{"Retention":"a week"}}""", TestContext.Current.CancellationToken);
        var (_, here, _) = await AdvisorProcess.RunAsync(_folder, "urls=nonsense");
        Assert.StartsWith("ProtocolAdvisor cannot start. Urls: ", here, StringComparison.Ordinal);
        var (_, named, _) = await AdvisorProcess.RunAsync(_folder, "urls=nonsense", $"contentRoot={_folder}");
        Assert.StartsWith("ProtocolAdvisor cannot start. Storage:Retention: ", named, StringComparison.Ordinal);
    }
}
