using System.Text.Json;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Benchmarks.Audits;

/// <summary>The world as a process of its own, so that its work is not counted as the product's: it tells its places in one line, and its
/// counts for each line that it is sent.</summary>
internal static class AuditWorld
{
    /// <summary>The first argument of that process.</summary>
    internal const string Argument = "--audit-world";

    /// <summary>Serves until the input ends.</summary>
    internal static async Task<int> RunAsync(AuditScale scale, CancellationToken token)
    {
        var root = Path.GetTempFileName();
        using var authority = new TestCertificates();
        try
        {
            authority.WriteRootPem(root);
            await using var names = new WorldNameServer(new WorldNames(scale), TimeSpan.FromMilliseconds(scale.LatencyMs));
            await using var houses = new MailHouses(scale, authority);
            await using var sites = await SettingsSites.StartAsync(scale, authority);
            Console.WriteLine(JsonSerializer.Serialize(new WorldPlaces(names.EndPoint.ToString(), sites.HttpsPort, sites.HttpPort, root)));
            while (await Console.In.ReadLineAsync(token) is not null)
                Console.WriteLine(JsonSerializer.Serialize(houses.Counts with { Requests = sites.Requests, Questions = names.Questions }));
            return 0;
        }
        finally
        {
            File.Delete(root);
        }
    }
}
