using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Startup;
using ProtocolAdvisor.Web.Startup.Configured;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Tests.Startup.Configured;

/// <summary>A setting that is not what its operator thinks it is stops the start.</summary>
public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("24:00:00")]
    [InlineData("2")]
    [InlineData("7")]
    [InlineData("30s")]
    [InlineData("P7D")]
    [InlineData("1:00:00")]
    [InlineData("00:30")]
    [InlineData("-00:05:00")]
    [InlineData(" 01:00:00")]
    [InlineData("00:00:59")]
    [InlineData("3651.00:00:00")]
    public void A_time_has_one_form_and_its_bounds(string text) => Assert.Equal(
        $"Storage:Retention: a time as [days.]hh:mm:ss, from 00:01:00 to 3650.00:00:00, is expected, not \"{text}\".", Refusal(("Storage:Retention", text)));

    [Theory]
    [InlineData("00:01:00", 60)]
    [InlineData("23:59:59", 86399)]
    [InlineData("7.00:00:00", 604800)]
    [InlineData("0.00:10:00", 600)]
    [InlineData("00:01:00.5", 60.5)]
    public void Times_in_that_form_are_taken(string text, double seconds) =>
        Assert.Equal(seconds, StorageOptions.From(Configuration(("Storage:Retention", text))).Retention.TotalSeconds);

    [Fact]
    public void A_query_for_two_days_is_refused() => Assert.Equal(
        "Dns:Timeout: a time as [days.]hh:mm:ss, from 00:00:00.100 to 00:00:15, is expected, not \"2\".", Refusal(("Dns:Timeout", "2")));

    [Theory]
    [InlineData("Targets:PerHost:Concurrency", "0", "a whole number from 1 to 1000")]
    [InlineData("Targets:PerHost:PerMinute", "1000000", "a whole number from 1 to 100000")]
    [InlineData("Targets:SignIn:FailuresPerHour", "1e3", "a whole number from 1 to 1000")]
    [InlineData("Limits:ConcurrentAssessments", "10001", "a whole number from 1 to 10000")]
    [InlineData("Limits:QueueLength", "-1", "a whole number from 0 to 100000")]
    [InlineData("Access:AllowAnonymous", "yes", "true or false")]
    public void Every_value_has_bounds_which_the_refusal_names(string key, string value, string expected) =>
        Assert.Equal($"{key}: {expected} is expected, not \"{value}\".", Refusal((key, value)));

    [Theory]
    [InlineData("Acess:Keys:0:Name", "Is Access:Keys:0:Name meant?")]
    [InlineData("Access:Key:0:Name", "Is Access:Keys:0:Name meant?")]
    [InlineData("Acces:Keys:0:Sha256", "Is Access:Keys:0:Sha256 meant?")]
    [InlineData("Storage:Retension", "Is Storage:Retention meant?")]
    [InlineData("Target:PerHost:Concurrency", "Is Targets:PerHost:Concurrency meant?")]
    [InlineData("Urlss", "Is Urls meant?")]
    [InlineData("Retention", "Is Storage:Retention meant?")]
    [InlineData("Acess:Keys", "Is Access:Keys:0:Name meant?")]
    [InlineData("Target:AllowedPorts", "Is Targets:AllowedPorts meant?")]
    [InlineData("Access:Keys:3:scope", "Is Access:Keys:3:Scopes meant?")]
    [InlineData("Targets:PerHostConcurrency", "Is Targets:PerHost:Concurrency meant?")]
    [InlineData("Kestrel:Endpoint:Public:Url", "Is Kestrel:Endpoints:Public:Url meant?")]
    [InlineData("Loging:LogLevel:Default", "Is Logging:LogLevel:Default meant?")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPIONT", "Is OTEL_EXPORTER_OTLP_ENDPOINT meant?")]
    [InlineData("Access:Keys:Name", "Is Access:Keys:0:Name meant?")]
    [InlineData("Access:Keys:first:Name", "Is Access:Keys:0:Name meant?")]
    [InlineData("Kestrel:Limits:MaxConcurrentConnections", "")]
    [InlineData("Logging:LogLvel:Default", "Is Logging:LogLevel:Default meant?")]
    public void A_key_that_nobody_reads_is_refused(string key, string hint) =>
        Assert.Equal($"{key}: there is no such setting. {hint}".TrimEnd(), Refusal((key, "1")));

    [Theory]
    [InlineData("Access:Keys", "Access:Keys:0:Name")]
    [InlineData("Access:Keys:0", "Access:Keys:0:Name")]
    [InlineData("Dns", "Dns:Servers")]
    [InlineData("Targets:PerHost", "Targets:PerHost:Concurrency")]
    public void A_section_written_as_a_value_is_refused_and_the_value_not_repeated(string key, string such) => Assert.Equal(
        $"{key}: settings are expected below this key, such as {such}, and no value on it.", Refusal((key, "correct-horse")));

    [Fact]
    public void A_list_that_is_emptied_does_not_leave_the_default_in_force()
    {
        const string ports = "Targets:AllowedPorts: an entry is expected at least: a port such as 993, or a range such as 27000-27999. Leave the key away for 110, 143, 465, 587, 993, 995.";
        Assert.Equal(ports, Refusal(("Targets:AllowedPorts", "")));
        Assert.Equal(ports, Refusal(new ConfigurationBuilder().AddJsonStream(new MemoryStream("""{"Targets":{"AllowedPorts":[]}}"""u8.ToArray())).Build()));
        Assert.Null(Refusal(("Targets:AllowedNetworks", "")));
    }

    [Fact]
    public void A_key_in_clear_where_its_hash_belongs_is_not_repeated() => Assert.Equal(
        "Access:Keys:0:Sha256: 64 hexadecimal digits: the key's SHA-256 is expected.", Refusal(("Access:Keys:0:Name", "x"), ("Access:Keys:0:Sha256", "correct-horse")));

    [Fact]
    public void A_wrong_log_level_is_refused() => Assert.Equal(
        "Logging:LogLevel:Default: one of Trace, Debug, Information, Warning, Error, Critical, None is expected, not \"Verbose\".", Refusal(("Logging:LogLevel:Default", "Verbose")));

    [Fact]
    public void A_value_is_quoted_in_one_line_and_cut() =>
        Assert.EndsWith($", not \"{new string('x', 40)} {new string('y', 39)}…\".", Refusal(("Limits:QueueLength", $"{new string('x', 40)}\n{new string('y', 400)}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("Acess:Keys:0:Name")]
    [InlineData("Access:Keyz:0:Name")]
    [InlineData("Access:Keys")]
    [InlineData("Dsn:Timeout")]
    public void In_the_environment_a_section_spelt_nearly_like_ours_is_refused(string key) => Assert.NotNull(RefusalInEnvironment(key));

    [Theory]
    [InlineData("PATH")]
    [InlineData("DNS")]
    [InlineData("STORAGE")]
    [InlineData("SomebodyElse:Key")]
    [InlineData("npm_config:registry")]
    public void Other_programs_variables_are_left_alone(string key) => Assert.Null(RefusalInEnvironment(key));

    [Fact]
    public void What_the_framework_and_the_file_beside_the_program_set_is_taken() => Assert.Null(Refusal(
        ("Logging:LogLevel:Default", "Warning"), ("Logging:Console:LogLevel:Default", "Error"), ("Logging:Console:FormatterName", "json"), ("urls", "http://127.0.0.1:0"),
        ("Kestrel:Endpoints:Https:Certificate:Path", typeof(ConfigurationTests).Assembly.Location), ("contentRoot", "/"), ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4317"), ("AllowedHosts", "*")));

    [Fact]
    public void Every_default_is_allowed_and_every_setting_known_once()
    {
        Assert.Null(Refusal());
        Assert.Equal(KnownSettings.All.Count, KnownSettings.All.Select(x => x.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        var declared = typeof(KnownSettings).GetProperties().Where(x => typeof(Setting).IsAssignableFrom(x.PropertyType)).Select(x => (Setting)x.GetValue(null)!);
        Assert.Equal(declared.Select(x => x.Key).Order(StringComparer.Ordinal), KnownSettings.All.Select(x => x.Key).Order(StringComparer.Ordinal));
    }

    private static string? RefusalInEnvironment(string key)
    {
        var configuration = new ConfigurationRoot([new Environment(key)]);
        return Refusal(configuration);
    }

    private static string? Refusal(params (string Key, string? Value)[] settings) => Refusal(Configuration(settings));

    private static string? Refusal(IConfiguration configuration)
    {
        try
        {
            ConfigurationJudge.Judge(configuration);
            StorageOptions.From(configuration);
            AssessorSettings.From(configuration);
            AssessorSettings.SignIns(configuration);
            LoadLimits.From(configuration);
            AccessOptions.From(configuration);
            return null;
        }
        catch (StartRefusedException refused)
        {
            return refused.Message;
        }
    }

    private static IConfigurationRoot Configuration(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(x => KeyValuePair.Create(x.Key, x.Value))).Build();

    private sealed class Environment(string key) : EnvironmentVariablesConfigurationProvider
    {
        public override void Load() => Data = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { [key] = "canary" };
    }
}
