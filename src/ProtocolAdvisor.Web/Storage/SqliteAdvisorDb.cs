using Microsoft.EntityFrameworkCore;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>The database in one file.</summary>
internal sealed class SqliteAdvisorDb(DbContextOptions<SqliteAdvisorDb> options) : AdvisorDb(options);
