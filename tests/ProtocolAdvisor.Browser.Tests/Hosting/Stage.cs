using System.Text.Json.Nodes;
using Microsoft.Playwright;
using ProtocolAdvisor.Browser.Tests.Hosting;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Tests.Hosting;

[assembly: AssemblyFixture(typeof(Stage))]

namespace ProtocolAdvisor.Browser.Tests.Hosting;

/// <summary>What all tests share: mail providers, good and bad, the service beside them, and a browser.</summary>
public sealed class Stage : IAsyncLifetime
{
    /// <summary>A mailbox of a provider that does everything right; its password is <c>secret</c>.</summary>
    public const string Jane = "jane@exemplary.example";

    /// <summary>The same, for the tests that look for their own reports in the history.</summary>
    public const string Erika = "erika@second.example";

    /// <summary>A provider behind whose ports nobody is.</summary>
    public const string Dead = "dead.example";

    /// <summary>A provider whose certificate has expired.</summary>
    public const string Expired = "expired.example";

    /// <summary>A provider whose server accepts, and then says nothing until the time is up.</summary>
    public const string Silent = "silent.example";

    /// <summary>The same, for the tests that look at a page while its run goes on: nobody waits for its connections.</summary>
    public const string Patient = "patient.example";

    private readonly string _folder = Directory.CreateTempSubdirectory("advisor-browser").FullName;
    private readonly Stack<IAsyncDisposable> _started = new();
    private readonly TestCertificates _otherAuthority = new("ProtocolAdvisor Other Root");
    private readonly DeadPort _dead = DeadPort.Refusing();
    private Lazy<Task<string>> _report = null!;
    private Lazy<Task<string>> _other = null!;
    private Lazy<Task<IReadOnlyList<(string Standing, string Class, string Word, string Path)>>> _standings = null!;

    /// <summary>The settings that let a service find and trust the providers.</summary>
    internal (string Key, string? Value)[] Settings { get; private set; } = [];

    internal Advisor Advisor { get; private set; } = null!;

    internal IBrowser Browser { get; private set; } = null!;

    internal ScriptedMailServer SilentServer { get; private set; } = null!;

    /// <summary>The path of a full report on Jane's mailbox: two devices, webmail, signed in.</summary>
    public Task<string> ReportAsync() => _report.Value;

    /// <summary>A report for each way in which an account can stand, with the banner's style class and word.</summary>
    public Task<IReadOnlyList<(string Standing, string Class, string Word, string Path)>> StandingsAsync() => _standings.Value;

    /// <summary>One of every kind of page that can be opened by its path, and a name for its picture.</summary>
    public async Task<IReadOnlyList<(string Name, string Path)>> PagesAsync()
    {
        var report = await ReportAsync();
        var compared = string.Join('&', new[] { report, await _other.Value }.Select(x => $"id={x.Split('/')[^1]}"));
        return [("start", "/"), ("report", report), ("history", "/history?domain=exemplary"), ("comparison", $"/compare?{compared}"), ("missing", "/no-such-page")];
    }

    public async ValueTask InitializeAsync()
    {
        if (!ProviderPark.Available) throw new InvalidOperationException(ProviderPark.Missing);
        var expired = Started(ScriptedMailServer.Start(new ImapScript { ImplicitTls = _otherAuthority.Expired($"box.{Expired}") }));
        SilentServer = Started(ScriptedMailServer.StartSaying(""));
        var patient = Started(ScriptedMailServer.StartSaying(""));
        var park = Started(await ProviderPark.StartAsync(
            MailProvider.Exemplary("exemplary.example") with { Users = Users(Jane) },
            MailProvider.Exemplary("second.example") with { Users = Users(Erika) },
            Bad(Dead, _dead.Port),
            Bad(Expired, expired.Port),
            Bad(Silent, SilentServer.Port),
            Bad(Patient, patient.Port)).WaitAsync(Patience.ForAStart));
        await park.Mail.FillAsync(Jane, new MailboxPlan { Messages = 120, Sizes = MailSizes.Small });
        await park.Mail.FillAsync(Erika, new MailboxPlan { Messages = 10, Sizes = MailSizes.Tiny });
        Settings =
        [
            ("Dns:Servers:0", park.Dns.EndPoint.ToString()),
            ("Discovery:HttpsPort", $"{park.Web.HttpsPort}"),
            ("Discovery:HttpPort", $"{park.Web.HttpPort}"),
            ("Tls:TrustedRoots:0", park.Authority.WriteRootPem(Path.Combine(_folder, "root.pem"))),
            ("Tls:TrustedRoots:1", _otherAuthority.WriteRootPem(Path.Combine(_folder, "other.pem"))),
        ];
        Advisor = Started(await Advisor.StartAsync(settings: Settings).WaitAsync(Patience.ForAStart));
        Browser = Started(await Chromium.StartAsync().WaitAsync(Patience.ForAStart)).Browser;
        _report = new(() => RunAsync("secret"));
        _other = new(() => RunAsync("wrong"));
        _standings = new(StoreAsync);
    }

    public async ValueTask DisposeAsync()
    {
        while (_started.TryPop(out var server)) await server.DisposeAsync();
        _dead.Dispose();
        _otherAuthority.Dispose();
        Directory.Delete(_folder, true);
    }

    private static Dictionary<string, string> Users(string user) => new() { [user] = "secret" };

    // It publishes one server, by DNS; no name of its leads to the good mail server.
    private static MailProvider Bad(string domain, int port) => new(domain)
    {
        ImapHost = "imap.elsewhere.invalid",
        Pop3Host = "pop3.elsewhere.invalid",
        SubmissionHost = "smtp.elsewhere.invalid",
        Services = [new("imaps") { Host = $"box.{domain}", Port = port }, ServiceRecord.NotOffered("pop3s")],
        Records = ["box A 127.0.0.1"],
    };

    private async Task<string> RunAsync(string password)
    {
        var request = new JsonObject
        {
            ["email"] = Jane,
            ["credentials"] = new JsonObject { ["password"] = password },
            ["usage"] = new JsonObject { ["devices"] = 2, ["people"] = 1, ["webmail"] = true, ["newMessagesPerDay"] = 20 },
        };
        var answer = await Advisor.PostAsync("/v1/assessments", request.ToJsonString());
        return $"/reports/{answer.Json["id"]}";
    }

    private async Task<IReadOnlyList<(string Standing, string Class, string Word, string Path)>> StoreAsync()
    {
        var stored = new List<(string, string, string, string)>();
        foreach (var (standing, style, word, run) in KeptRuns.All) stored.Add((standing, style, word, await Advisor.StoreAsync(run())));
        return stored;
    }

    private T Started<T>(T server)
        where T : IAsyncDisposable
    {
        _started.Push(server);
        return server;
    }
}
