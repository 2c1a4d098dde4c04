using ProtocolAdvisor.Advice;

namespace ProtocolAdvisor.Web.Audits;

/// <summary>What to audit: many subjects, each of them assessed without credentials.</summary>
/// <param name="Subjects">Domains (<c>example.com</c>), mail addresses, which stand for their domains, or servers
/// (<c>imaps://mail.example.com</c>, <c>mail.example.com:993</c>); 1 to 100,000. What asks the same as one before it is left out.</param>
/// <param name="Name">What it is called in lists; the day by default.</param>
/// <param name="Usage">How the mailboxes are used: what is recommended depends on it.</param>
/// <param name="PerHostPerMinute">How often a mail host may be dialled for it in a minute, 10 at least: it lowers what the
/// operator allows, and never raises it.</param>
/// <param name="RepeatEvery">Make it again every so many days: <c>P1D</c> to <c>P90D</c>.</param>
/// <param name="CompareWith">The audit that its changes are told against, where none is named when they are asked for.</param>
/// <param name="CatalogueFromNetwork">Whether the public catalogue of settings may be asked for domains that publish nothing, slowly; by
/// default only the operator's own folder is.</param>
internal sealed record AuditRequest(
    IReadOnlyList<string>? Subjects = null,
    string? Name = null,
    Usage? Usage = null,
    int? PerHostPerMinute = null,
    string? RepeatEvery = null,
    string? CompareWith = null,
    bool? CatalogueFromNetwork = null);
