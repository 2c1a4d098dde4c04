using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ProtocolAdvisor.Web.Storage.PostgreSql;

/// <summary>
/// Text that PostgreSQL can take. SQLite keeps any text; here a NUL, or half of a surrogate pair, is an error, and whoever searches for one
/// would be told of a fault of ours. Nothing that is kept has either, so that the sign that stands for them finds nothing.
/// </summary>
internal sealed class StorableText : DbCommandInterceptor
{
    /// <inheritdoc/>
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Mend(command);
        return result;
    }

    /// <inheritdoc/>
    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Mend(command);
        return result;
    }

    private static void Mend(DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters)
            if (parameter.Value is string text) parameter.Value = Mended(text);
    }

    // The decoder puts the replacement character where a half is.
    private static string Mended(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');
}
