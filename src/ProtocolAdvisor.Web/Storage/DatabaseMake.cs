using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>What differs between the databases that reports may lie in. Everything else is the same for all of them, and asks here.</summary>
internal abstract class DatabaseMake : IDbContextFactory<AdvisorDb>
{
    /// <summary>How many may read at once.</summary>
    public abstract int Readers { get; }

    /// <summary>
    /// Makes the database ready before the service listens: reachable, ours, and of this version; one process at a time migrates. One that
    /// cannot be used throws <see cref="Startup.StartRefusedException"/>.
    /// </summary>
    public abstract Task StartAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract AdvisorDb CreateDbContext();

    /// <summary>Throws <see cref="StorageUnavailableException"/> where what was just written is not kept.</summary>
    public abstract void JudgeWritten();

    /// <summary>Does away with what a deletion leaves behind, as far as the make can; the deletion holds in any case.</summary>
    public abstract void AfterDelete(AdvisorDb database);

    /// <summary>The rows that have this text in what they are found by: three characters at least, in lower case, and found by an index.</summary>
    public abstract IQueryable<ReportRow> Containing(AdvisorDb database, string text);

    /// <summary>The fault as one of a database that cannot be used now, by no fault of ours; null where it is another.</summary>
    public abstract StorageUnavailableException? Unavailable(Exception fault);

    /// <summary>Whether it is worth trying again at once: what failed was only an old connection.</summary>
    public abstract bool IsWorthAnotherTry(Exception fault);

    /// <summary>Seals what browsers keep for us; its keys are where every process that shares the database finds them.</summary>
    public abstract IDataProtectionProvider Seals { get; }

    /// <summary>Under whose name the keys are kept.</summary>
    protected static void Name(IDataProtectionBuilder seals) => seals.SetApplicationName("ProtocolAdvisor");
}
