using System.Net;
using System.Net.Sockets;

namespace ProtocolAdvisor.Web.Tests.Hosting;

/// <summary>Requests that many tests send.</summary>
internal static class Requests
{
    /// <summary>An assessment of one endpoint where nothing listens.</summary>
    public static string OfDeadServer { get; } = OfEndpoint(ClosedPort());

    /// <summary>An assessment of one loopback endpoint.</summary>
    public static string OfEndpoint(int port, string more = "", string protocol = "imap") =>
        $$"""{"email":"jane@example.com","server":{"endpoints":[{"protocol":"{{protocol}}","host":"127.0.0.1","port":{{port}},"security":"implicitTls"}]}{{more}}}""";

    private static int ClosedPort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
