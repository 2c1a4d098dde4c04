namespace ProtocolAdvisor.Web.Storage;

/// <summary>The makes of database, as <c>Storage:Provider</c> names them.</summary>
internal enum StorageProvider
{
    /// <summary>One file on this machine, for one process.</summary>
    Sqlite,

    /// <summary>A server, for any number of processes on any number of machines.</summary>
    PostgreSql,
}
