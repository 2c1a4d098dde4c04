namespace ProtocolAdvisor.Dialing.Names;

/// <summary>
/// The spelling in which the system is asked for a host. With a final dot a name is complete. Without one the system appends its own search
/// domains, and the answer may belong to another name. Names of the hosts file are found only without it.
/// </summary>
internal static class HostsFile
{
    private static readonly string Path = OperatingSystem.IsWindows()
        ? System.IO.Path.Combine(Environment.SystemDirectory, "drivers", "etc", "hosts") : "/etc/hosts";

    /// <summary>The host as the system is to be asked for it.</summary>
    internal static string Spelled(string host) => Has(host) ? host : host + ".";

    /// <summary>Whether the hosts file names it.</summary>
    internal static bool Has(string host)
    {
        try
        {
            return File.ReadLines(Path).Any(line => NamesOf(line).Contains(host, StringComparer.OrdinalIgnoreCase));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static IEnumerable<string> NamesOf(string line) =>
        line.Split('#')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Skip(1);
}
