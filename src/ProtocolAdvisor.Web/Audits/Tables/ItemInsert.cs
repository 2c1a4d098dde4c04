using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ProtocolAdvisor.Web.Audits.Lists;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Audits.Tables;

/// <summary>
/// Writes an audit's subjects, some with each statement, within the transaction under way: by EF's own way 100,000 of them take
/// several seconds and as many tracked objects.
/// </summary>
internal static class ItemInsert
{
    // SQLite looks for a parameter's name from the first one on: with many of them that is most of the work.
    private const int Rows = 25;
    private static readonly string[] Columns = ["AuditId", "Number", "Subject", "Asked", "Reference"];

    /// <summary>Writes some of them.</summary>
    /// <param name="database">Where to.</param>
    /// <param name="auditId">Whose they are.</param>
    /// <param name="subjects">The whole list.</param>
    /// <param name="part">Which of them, by their numbers.</param>
    public static void Run(AdvisorDb database, string auditId, IReadOnlyList<ListedSubject> subjects, AuditPart part)
    {
        for (var first = part.First - 1; first < part.Last;)
        {
            var rows = Math.Min(Rows, part.Last - first);
            using var command = Command(database, rows);
            do
            {
                Fill(command, auditId, subjects, first, rows);
                command.ExecuteNonQuery();
                first += rows;
            }
            while (part.Last - first >= rows);
        }
    }

    // The text is made of our own names and numbers only.
    private static DbCommand Command(AdvisorDb database, int rows)
    {
        var command = database.Database.GetDbConnection().CreateCommand();
        command.Transaction = database.Database.CurrentTransaction!.GetDbTransaction();
        var values = Enumerable.Range(0, rows).Select(row => $"({string.Join(',', Columns.Select((_, column) => NameOf(row, column)))})");
#pragma warning disable CA2100
        command.CommandText = $"INSERT INTO \"AuditItems\" ({string.Join(',', Columns.Select(x => $"\"{x}\""))}) VALUES {string.Join(',', values)}";
#pragma warning restore CA2100
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < Columns.Length; column++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = NameOf(row, column);
                command.Parameters.Add(parameter);
            }

        return command;
    }

    private static void Fill(DbCommand command, string auditId, IReadOnlyList<ListedSubject> subjects, int first, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            var subject = subjects[first + row];
            object[] values = [auditId, first + row + 1, subject.Shown, subject.Asked, (object?)subject.Reference ?? DBNull.Value];
            for (var column = 0; column < Columns.Length; column++) command.Parameters[(row * Columns.Length) + column].Value = values[column];
        }
    }

    private static string NameOf(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"@p{(row * Columns.Length) + column}");
}
