using System.Text.Json;
using System.Text.Json.Nodes;
using ProtocolAdvisor.Cli.Tests.Hosting;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Cli.Tests.Runs;

/// <summary>Whole runs against real servers, as a script sees them.</summary>
public sealed class AssessTests(Provider provider)
{
    // Notepad and PowerShell begin a file with it, and save line ends of their own.
    [Fact]
    public async Task A_password_from_a_file_with_a_byte_order_mark_is_the_password()
    {
        var ran = await provider.RunAsync("assess", "\uFEFFsecret\r", "--devices", "2", "--samples", "0");
        Assert.Equal(0, ran.Code);
    }

    [Fact]
    public async Task An_address_and_a_password_give_the_answer_and_plain_progress_beside_it()
    {
        var ran = await provider.RunAsync("assess", "secret", "--devices", "2");
        Assert.Equal(0, ran.Code);
        Assert.Matches(@"^[✓!] Use IMAP\n  It works", ran.Output);
        Assert.Matches(@"\n  Server      imap\.exemplary\.example +smtp\.exemplary\.example\n", ran.Output);
        Assert.InRange(ran.Output.Split('\n').Length, 20, 41);
        Assert.All(ran.Output.Split('\n'), x => Assert.InRange(x.Length, 0, 80));
        Assert.Matches(@"\n✓ found: SRV record, _imaps\._tcp\.exemplary\.example .*\d m?s\)\n", ran.Errors);
        Assert.Contains("Sign-in: accepted (PLAIN", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("Mailbox over POP3: ", ran.Errors, StringComparison.Ordinal);
        Assert.Matches(@"\n✓ The protocol is settled: IMAP, at imap\.exemplary\.example:\d+\. Whether all of it works is still being checked\.\n(.*\n)*.*Mailbox over IMAP", ran.Errors);
        Assert.DoesNotContain("\u001B", ran.Output + ran.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("jane", ran.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_domain_alone_is_advised_on_without_a_sign_in()
    {
        var ran = await Tool.RunAsync(["assess", "exemplary.example", "--devices", "2", .. provider.Surroundings]);
        Assert.Equal(0, ran.Code);
        Assert.StartsWith("! Use IMAP\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("No password was given", ran.Output, StringComparison.Ordinal);
        Assert.Contains("exemplary.example", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_the_report_of_the_interface_and_nothing_else()
    {
        var ran = await provider.RunAsync("assess", "secret", "--devices", "2", "--json");
        Assert.Equal(0, ran.Code);
        var report = JsonSerializer.Deserialize<AssessmentReport>(ran.Output, WireJson.Options)!;
        Assert.Equal(ran.Output, JsonSerializer.Serialize(report, WireJson.Options) + "\n");
        Assert.NotNull(report.Mailbox?.Imap?.Fetch);
        Assert.Equal(report.CreatedAt, report.ExpiresAt);
        Assert.Equal(InTheContract("AssessmentReport"), JsonNode.Parse(ran.Output)!.AsObject().Select(x => x.Key));
        Assert.Equal(InTheContract("EndpointReport"), JsonNode.Parse(ran.Output)!["endpoints"]![0]!.AsObject().Select(x => x.Key));
    }

    [Fact]
    public async Task A_wrong_password_is_named_and_the_advice_given_nevertheless()
    {
        var ran = await provider.RunAsync("assess", "not-the-one", "--devices", "2");
        Assert.Equal(1, ran.Code);
        Assert.StartsWith("✗ Sign-in was refused\n  It does not work. ", ran.Output, StringComparison.Ordinal);
        Assert.Matches(@"\nWhat must be done: 1 required.*\n✗ User name or password was refused \(likely\), ", ran.Output);
        Assert.Contains("[auth-bad-credentials]", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-one", ran.Output + ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dead_server_is_named_and_leaves_nothing_to_use()
    {
        using var dead = DeadPort.Refusing();
        var ran = await Tool.RunAsync(["assess", "--endpoint", $"imaps://127.0.0.1:{dead.Port}", .. Provider.Loopback]);
        Assert.Equal(1, ran.Code);
        Assert.Contains($"127.0.0.1:{dead.Port} [tcp-refused]\n", ran.Output.Replace("\n  [", " [", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("cannot be used", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_password_on_the_input_nobody_signs_in()
    {
        var ran = await Tool.RunAsync(["assess", Provider.Jane, "--devices", "2", .. provider.Endpoints, .. provider.Surroundings], "secret\n");
        Assert.Equal(0, ran.Code);
        Assert.Contains("No password was given", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("accepted", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_picks_the_language_and_an_option_overrules_it()
    {
        string[] arguments = ["assess", Provider.Jane, "--devices", "2", .. provider.Endpoints, .. provider.Surroundings];
        var german = await Tool.RunAsync(arguments, "", ("LC_ALL", ""), ("LANG", "de_AT.UTF-8"));
        Assert.StartsWith("✓ Verwenden Sie IMAP\n", german.Output, StringComparison.Ordinal);
        Assert.Contains("verwendbar: IMAP ", german.Errors, StringComparison.Ordinal);
        var english = await Tool.RunAsync([.. arguments, "--lang", "en"], "", ("LANG", "de_AT.UTF-8"));
        Assert.StartsWith("✓ Use IMAP\n", english.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_of_the_use_reaches_the_advice()
    {
        var ran = await provider.RunAsync(
            "assess", "secret", "--json", "--devices", "1", "--people", "1", "--webmail", "false", "--offline-reading", "--server-folders=false", "--priority", "speed", "--backup", "regular",
            "--new-messages-per-day", "20", "--round-trip-ms", "40", "--down-mbit", "0.5", "--samples", "3", "--max-bytes", "100000");
        var report = JsonNode.Parse(ran.Output)!;
        Assert.Equal(("given", 40, 0.5), ((string?)report["forecast"]!["link"]!["basis"], (double)report["forecast"]!["link"]!["roundTripMs"]!, (double)report["forecast"]!["link"]!["downMbit"]!));
        Assert.Equal(3, (int)report["mailbox"]!["imap"]!["fetch"]!["samples"]!);
        var reasons = report["recommendation"]!["reasons"]!.AsArray().Select(x => (string?)x!["code"]).ToList();
        Assert.Contains("wants-speed", reasons);
        Assert.Contains("offline-reading", reasons);
    }

    [Fact]
    public async Task Who_has_to_move_is_told_how_with_the_mailboxs_figures()
    {
        var ran = await provider.RunAsync("assess", "secret", "--devices", "3", "--today", "pop3", "--up-mbit", "10", "--samples", "0", "--full");
        Assert.Contains("How to move from POP3 to IMAP, step by step\n-------------------------------------------\n1. First of all, on each of your 3 devices:", ran.Output, StringComparison.Ordinal);
        Assert.Contains("With 10 Mbit/s up, a gigabyte takes 14 minutes at least", ran.Output.ReplaceLineEndings(" ").Replace("   ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var settled = await provider.RunAsync("assess", "secret", "--devices", "3", "--today", "imap", "--samples", "0", "--full");
        Assert.DoesNotContain("step by step", settled.Output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> InTheContract(string schema)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "openapi.json"))) folder = folder.Parent;
        return JsonNode.Parse(File.ReadAllText(Path.Combine(folder.FullName, "openapi.json")))!["components"]!["schemas"]![schema]!["properties"]!.AsObject().Select(x => x.Key);
    }
}
