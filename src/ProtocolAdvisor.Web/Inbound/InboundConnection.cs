using Microsoft.AspNetCore.Connections;

namespace ProtocolAdvisor.Web.Inbound;

/// <summary>One connection to us.</summary>
/// <param name="address">Whose it is; null where nobody is counted, as behind a proxy of ours.</param>
/// <param name="connection">The connection.</param>
/// <param name="owner">Where it is listed.</param>
internal sealed class InboundConnection(string? address, ConnectionContext connection, InboundConnections owner)
{
    /// <summary>Whose it is; null where nobody is counted.</summary>
    public string? Address => address;

    /// <summary>Requests under way. Used under the owner's lock.</summary>
    public int Requests { get; set; }

    /// <summary>A request has arrived.</summary>
    public void Begin() => owner.Note(this, 1);

    /// <summary>It has been answered.</summary>
    public void End() => owner.Note(this, -1);

    /// <summary>Ends it.</summary>
    public void Abort() => connection.Abort(new ConnectionAbortedException("Too many connections."));
}
