using System.Text.Json.Nodes;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.SickMachines;

/// <summary>A file of the operator's catalogue that another user has closed to the service.</summary>
public sealed class ClosedFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("advisor-closed");

    public void Dispose() => _folder.Delete(true);

    [Fact]
    public async Task It_is_told_the_others_serve_and_it_serves_once_it_is_open()
    {
        if (!OperatingSystem.IsLinux()) return;
        File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0b111_101_101);
        Write("open.example");
        var closed = Write("closed.example");
        File.SetUnixFileMode(closed, UnixFileMode.None);
        await using var dns = ScriptedDnsServer.Start();
        await using var advisor = await RunningAdvisor.StartAsNobodyAsync($"Discovery:CatalogueFolder={_folder.FullName}", $"Dns:Servers:0={dns.EndPoint}");
        Assert.Equal(["imap.open.example"], await ServersAsync(advisor, "open.example"));
        Assert.Empty(await ServersAsync(advisor, "closed.example"));
        await advisor.LogsAsync("closed.example");

        File.SetUnixFileMode(closed, (UnixFileMode)0b110_100_100);
        while ((await ServersAsync(advisor, "closed.example")).Count == 0) await Task.Delay(500, TestContext.Current.CancellationToken);
    }

    private string Write(string domain)
    {
        var path = Path.Combine(_folder.FullName, domain);
        File.WriteAllText(path, $"""
            <clientConfig version="1.1"><emailProvider id="{domain}"><domain>{domain}</domain>
            <incomingServer type="imap"><hostname>imap.{domain}</hostname><port>993</port><socketType>SSL</socketType>
            <username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></incomingServer></emailProvider></clientConfig>
            """);
        return path;
    }

    private static async Task<List<string?>> ServersAsync(RunningAdvisor advisor, string domain)
    {
        using var reply = await advisor.SendAsync(HttpMethod.Post, "/v1/discoveries", $$"""{"domain":"{{domain}}"}""");
        var discovery = JsonNode.Parse(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["discovery"]!;
        return [.. discovery["candidates"]!.AsArray().Select(x => (string?)x!["host"])];
    }
}
