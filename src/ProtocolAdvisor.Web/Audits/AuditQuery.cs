using System.Globalization;
using FluentValidation;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Audits;

/// <summary>The members of an <see cref="AuditRequest"/> that stand in the query where the body is a list and nothing else.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="PerHostPerMinute">How often a mail host may be dialled for it in a minute.</param>
/// <param name="RepeatEvery">Make it again every so many days.</param>
/// <param name="CompareWith">The audit that its changes are told against.</param>
/// <param name="CatalogueFromNetwork">Whether the public catalogue may be asked.</param>
internal sealed record AuditQuery(string? Name, string? PerHostPerMinute, string? RepeatEvery, string? CompareWith, string? CatalogueFromNetwork)
{
    /// <summary>How the mailboxes are used: a page's form asks for it, a query does not.</summary>
    public Usage? Usage { get; init; }

    /// <summary>The parameters that are there.</summary>
    public IReadOnlyList<string> Given =>
    [
        .. new[]
        {
            ("name", Name), ("perHostPerMinute", PerHostPerMinute), ("repeatEvery", RepeatEvery), ("compareWith", CompareWith),
            ("catalogueFromNetwork", CatalogueFromNetwork),
        }.Where(x => x.Item2 is not null).Select(x => x.Item1),
    ];

    /// <summary>The wishes, and what is wrong with them.</summary>
    public (AuditRequest Wishes, IReadOnlyList<Complaint> Complaints) Read(IServiceProvider services)
    {
        List<Complaint> wrong = [];
        int? perMinute = null;
        if (PerHostPerMinute is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) perMinute = number;
        else if (PerHostPerMinute is not null) wrong.Add(Complaint.Of("?perHostPerMinute", JsonShape.WrongTypeOfMember, "whole-number"));
        bool? catalogue = null;
        if (CatalogueFromNetwork is "true" or "false") catalogue = CatalogueFromNetwork == "true";
        else if (CatalogueFromNetwork is not null) wrong.Add(Complaint.Of("?catalogueFromNetwork", JsonShape.WrongTypeOfMember, "boolean"));
        var wishes = new AuditRequest([""], Name, Usage, perMinute, RepeatEvery, CompareWith, catalogue);
        var broken = MemberPaths.Errors(services.GetRequiredService<IValidator<AuditRequest>>().Validate(wishes));
        var told = broken.Select(x => x with { Path = x.Path.Replace("$.", "?", StringComparison.Ordinal) });
        return (wishes with { Subjects = null }, [.. wrong, .. told]);
    }
}
