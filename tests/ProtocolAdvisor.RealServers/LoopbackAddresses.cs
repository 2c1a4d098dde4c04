using System.Net;

namespace ProtocolAdvisor.RealServers;

/// <summary>Addresses of loopback that nobody else on the machine uses, so that two test runs may both listen on port 993.</summary>
internal static class LoopbackAddresses
{
    /// <summary>All of them.</summary>
    public const string Network = "127.64.0.0/10";

    private static int given;

    /// <summary>Another one at each call, 127.64.x.y to 127.127.x.y: the process's number in x and y, and a count before them.</summary>
    public static IPAddress Next()
    {
        var number = Environment.ProcessId & 0xFFFF;
        return new([127, (byte)(64 + (Interlocked.Increment(ref given) % 64)), (byte)(number >> 8), (byte)number]);
    }
}
