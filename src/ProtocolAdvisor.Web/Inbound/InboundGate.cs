using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using ProtocolAdvisor.Web.Access;

namespace ProtocolAdvisor.Web.Inbound;

/// <summary>Puts the bounds on connections into the server.</summary>
internal static class InboundGate
{
    /// <summary>Lists every connection before anything is read from it.</summary>
    public static void BoundConnections(this KestrelServerOptions kestrel)
    {
        kestrel.Limits.MaxConcurrentConnections = kestrel.ApplicationServices.GetRequiredService<FileBudget>().Connections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = 0;
        kestrel.ConfigureEndpointDefaults(listen => listen.Use(next => connection => HoldAsync(connection, next, kestrel.ApplicationServices)));
    }

    /// <summary>Notes which connections are at work.</summary>
    public static void UseInbound(this WebApplication app) => app.Use(async (http, next) =>
    {
        var connection = http.Features.Get<InboundConnection>();
        connection?.Begin();
        try
        {
            await next(http);
        }
        finally
        {
            connection?.End();
        }
    });

    private static async Task HoldAsync(ConnectionContext context, ConnectionDelegate next, IServiceProvider services)
    {
        var all = services.GetRequiredService<InboundConnections>();
        var counted = context.RemoteEndPoint is IPEndPoint { Address: var address } && !services.GetRequiredService<KnownProxies>().Include(address);
        var connection = new InboundConnection(counted ? PeerAddress.Of(((IPEndPoint)context.RemoteEndPoint!).Address) : null, context, all);
        context.Features.Set(connection);
        all.Add(connection);
        try
        {
            await next(context);
        }
        finally
        {
            all.Remove(connection);
        }
    }
}
