using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>A place in the reports, newest first: the report after which one goes on. It stays where it is when new ones come, and when
/// its own report goes.</summary>
/// <param name="CreatedAt">When that report's run began: Unix time in milliseconds.</param>
/// <param name="Id">That report.</param>
internal sealed record ReportCursor(long CreatedAt, string Id)
{
    /// <summary>The place as its readers hold it: not to be understood.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{CreatedAt}.{Id}")));

    /// <summary>Reads what <see cref="ToString"/> has written.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ReportCursor? cursor)
    {
        cursor = null;
        if (text.Length > 100 || !Base64Url.IsValid(text)) return false;
        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.', 2);
        if (parts is [var time, var id] && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && ReportId.IsPossible(id))
            cursor = new(at, id);
        return cursor is not null;
    }
}
