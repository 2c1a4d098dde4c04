using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using ProtocolAdvisor.Web.Startup;
using ProtocolAdvisor.Web.Startup.Configured;

namespace ProtocolAdvisor.Web.Tests.Startup.Configured;

/// <summary>Every key that somebody reads, in each wrong way, from each place that settings come from: one line that names the key.</summary>
public sealed class WrongKindTests
{
    private const string Nonsense = "?nonsense?";
    private static readonly string[] Below = ["0", "Name"];
    private static readonly IReadOnlyList<KnownKey> Ours = [.. KnownKeys.All.Where(x => x.Parts.Count > 1)];

    public static TheoryData<string> Sources => ["file", "environment", "command line"];

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_value_of_a_wrong_kind(string source) => Assert.All(
        KnownKeys.All.Where(x => !x.Setting.Takes(Nonsense)), // Any other takes any text.
        key => Assert.StartsWith($"{key.Filled([])}: {key.Setting.Expected} is expected", Refusal(source, (key.Filled([]), Nonsense)), StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Sources))]
    public void Something_below_one_value(string source) => Assert.All(
        // In the environment names that begin with a word of the host's are anybody's.
        (source == "environment" ? Ours : KnownKeys.All).Where(x => x.IsValue && !IsBelowOther(x))
            .SelectMany(x => Below.Select(below => (Key: x.Filled([]), Below: $"{x.Filled([])}:{below}"))),
        x => Assert.Equal($"{x.Below}: one value is expected on {x.Key}, and nothing below it.", Refusal(source, (x.Below, "1"))));

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_list_that_is_a_text_too_or_has_names_for_numbers(string source) => Assert.All(KnownKeys.All.Where(x => !x.IsValue), key =>
    {
        var (list, good) = (key.Filled([]), Good(key.Setting));
        Assert.Equal($"{list}: it is given as one text and as a list; one of the two is expected.", Refusal(source, (list, good), ($"{list}:0", good)));
        Assert.Equal($"{list}:First: there is no such setting. Is {list}:0 meant?", Refusal(source, ($"{list}:First", good)));
    });

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_slip_in_any_part_with_the_nearest_key_named(string source) => Assert.All(Ours.SelectMany(Slipped), x =>
        Assert.Equal($"{x.Slipped}: there is no such setting. Is {x.Meant} meant?", Refusal(source, (x.Slipped, "1"))));

    [Fact]
    public void Two_keys_of_one_name_and_two_of_one_text()
    {
        var (one, other) = (new string('a', 64), new string('b', 64));
        Assert.Equal("Access:Keys:1:Name: each key has a name of its own, and Access:Keys:0:Name is \"DESK\" too.", AccessRefusal(("desk", one), ("DESK", other)));
        Assert.Equal("Access:Keys:1:Sha256: it is the same key as Access:Keys:0:Sha256.", AccessRefusal(("desk", one), ("night", one)));
        Assert.Null(AccessRefusal(("desk", one), ("night", other)));
    }

    // The key with the last letter of one part left away.
    private static IEnumerable<(string Slipped, string Meant)> Slipped(KnownKey key)
    {
        var parts = key.Filled([]).Split(':');
        return parts.Index().Where(x => x.Item.Length > 2 && key.Parts[x.Index] != "{name}")
            .Select(x => string.Join(':', parts.Select((part, at) => at == x.Index ? part[..^1] : part)))
            .Where(slipped => !KnownKeys.All.Any(x => x.Matches(slipped.Split(':')))).Select(slipped => (slipped, key.Filled([])));
    }

    // Kestrel:Endpoints:Name:Sni and the like: what is one key's name is another's section.
    private static bool IsBelowOther(KnownKey key) => Below.Select(below => $"{key.Filled([])}:{below}".Split(':'))
        .Any(parts => KnownKeys.All.Any(x => x.Matches(parts) || x.LeadsThrough(parts)));

    private static string Good(Setting setting) => setting.Key switch
    {
        "Targets:AllowedNetworks" or "Targets:DeniedNetworks" or "Access:Proxies" => "10.0.0.0/8",
        "Targets:AllowedPorts" => "993",
        "Tls:TrustedRoots" or "Cluster:Tls:Roots" => typeof(WrongKindTests).Assembly.Location,
        "Dns:Servers" => "192.0.2.1:53",
        "Access:AllowedOrigins" => "https://app.example.com",
        "Access:Keys:*:Scopes" => "assess",
        _ when setting.Key.EndsWith("SslProtocols", StringComparison.Ordinal) => "Tls13",
        _ => throw new InvalidOperationException($"A right entry of {setting.Key} belongs into this table."),
    };

    private static string? AccessRefusal(params (string Name, string Hash)[] keys) => Refused(() => Web.Access.AccessOptions.From(
        new ConfigurationBuilder().AddInMemoryCollection(keys.Index().SelectMany(x => new Dictionary<string, string?>
        {
            [$"Access:Keys:{x.Index}:Name"] = x.Item.Name,
            [$"Access:Keys:{x.Index}:Sha256"] = x.Item.Hash,
        })).Build()));

    // The exporter's settings are read from the environment where there is an exporter.
    private static string? Refusal(string source, params (string Key, string Value)[] settings) => Refused(() => ConfigurationJudge.Judge(
        new ConfigurationRoot([Provider("command line", [(OtlpSettings.Endpoint, "http://127.0.0.1:4317")]), Provider(source, settings)])));

    private static ConfigurationProvider Provider(string source, (string Key, string Value)[] settings) => source switch
    {
        "file" => new File(settings),
        "environment" => new Environment(settings),
        _ => new CommandLineConfigurationProvider([.. settings.Select(x => $"--{x.Key}={x.Value}")]),
    };

    private static string? Refused(Action judge)
    {
        try
        {
            judge();
            return null;
        }
        catch (StartRefusedException refused)
        {
            Assert.DoesNotContain('\n', refused.Message);
            return refused.Message;
        }
    }

    private static Dictionary<string, string?> Table((string Key, string Value)[] settings) =>
        settings.ToDictionary(x => x.Key, x => (string?)x.Value, StringComparer.OrdinalIgnoreCase);

    private sealed class File((string Key, string Value)[] settings) : JsonConfigurationProvider(new JsonConfigurationSource { Path = "appsettings.json", Optional = true })
    {
        public override void Load() => Data = Table(settings);
    }

    private sealed class Environment((string Key, string Value)[] settings) : EnvironmentVariablesConfigurationProvider
    {
        public override void Load() => Data = Table(settings);
    }
}
