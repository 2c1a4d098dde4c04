namespace ProtocolAdvisor.Web.Audits.Running;

/// <summary>
/// What works on audits: this process by itself, or all nodes of a cluster together. The tables are the only truth; an engine that is not
/// told finds what there is to do by itself, only later.
/// </summary>
internal interface IAuditEngine
{
    /// <summary>There is work: the audit is new, or goes on.</summary>
    Task GoOnAsync(string auditId);

    /// <summary>The audit is paused or removed: what is under way is dropped, what is finished is written.</summary>
    Task HaltAsync(string auditId);
}
