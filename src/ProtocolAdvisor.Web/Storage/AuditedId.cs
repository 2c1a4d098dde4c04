using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>The id of the report of an audit's subject: whoever knows the audit's may read it.</summary>
/// <param name="AuditId">The audit.</param>
/// <param name="Number">The subject's place in its list, from 1 on.</param>
internal sealed record AuditedId(string AuditId, int Number)
{
    private const int AuditLength = 24;

    /// <summary>Reads an id; others than these have no such end.</summary>
    public static bool TryParse(string id, [NotNullWhen(true)] out AuditedId? audited)
    {
        audited = id.Length > AuditLength + 1 && id[AuditLength] == '-'
            && int.TryParse(id.AsSpan(AuditLength + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(id[..AuditLength], number) : null;
        return audited is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{AuditId}-{Number}");
}
