using System.Reflection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Web.Audits.Lists;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Audits;

/// <summary>An uploaded list, in one of its three forms: read whole, judged later.</summary>
internal sealed class AuditBody : IBindableFromHttpContext<AuditBody>, IEndpointParameterMetadataProvider
{
    /// <summary>A list with one subject a line.</summary>
    public const string Text = "text/plain";

    /// <summary>A list as a table.</summary>
    public const string Table = "text/csv";

    /// <summary>How long an upload may take: sixteen mebibytes over a slow line.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Problem? _problem;
    private readonly string _mediaType;
    private readonly ReadOnlyMemory<byte> _upload;

    private AuditBody(Problem? problem, string mediaType, ReadOnlyMemory<byte> upload) => (_problem, _mediaType, _upload) = (problem, mediaType, upload);

    /// <summary>A list that came by another way than as a request's body.</summary>
    /// <param name="name">The file's name; null for none.</param>
    /// <param name="upload">Its bytes.</param>
    public static AuditBody Of(string? name, ReadOnlyMemory<byte> upload) => new(null, IsTable(name, upload.Span) ? Table : Text, upload);

    // Cells that were copied from a spreadsheet have tabs between them; an address or a server has none of these.
    private static bool IsTable(string? name, ReadOnlySpan<byte> upload)
    {
        if (name is not null && (name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase))) return true;
        var end = upload.IndexOfAny((byte)'\r', (byte)'\n');
        return (end < 0 ? upload : upload[..end]).ContainsAny(",;\t"u8);
    }

    /// <inheritdoc/>
    public static async ValueTask<AuditBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = LargeBodies.MostPassed;
        var type = BodyReader.MediaTypeOf(context.Request, AcceptGate.Json, Text, Table);
        if (type is null) return new(Problem.Of(StatusCodes.Status415UnsupportedMediaType, ProblemCode.UnsupportedMediaType), "", default);
        using var body = new MemoryStream((int)Math.Min(context.Request.ContentLength ?? 0, AuditList.MostBytes));
        var problem = await BodyReader.CopyAsync(context.Request, body, AuditList.MostBytes, Patience);
        return new(problem, type, body.GetBuffer().AsMemory(0, (int)body.Length));
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([AcceptGate.Json, Text, Table], typeof(AuditRequest)));

    /// <summary>The order, or everything that is wrong with it.</summary>
    /// <param name="query">What stands in the query: the other members of a list that is no JSON.</param>
    /// <param name="policy">What may be dialled.</param>
    /// <param name="services">Where validators are.</param>
    public (AuditOrder? Order, Problem? Problem) Read(AuditQuery query, AddressPolicy policy, IServiceProvider services)
    {
        if (_problem is not null) return (null, _problem);
        return _mediaType == AcceptGate.Json ? ReadJson(query, policy, services) : ReadList(query, policy, services);
    }

    private (AuditOrder? Order, Problem? Problem) ReadJson(AuditQuery query, AddressPolicy policy, IServiceProvider services)
    {
        var body = JsonBody<AuditRequest>.Of(_upload);
        if (body.Validate(services) is { } wrong) return (null, wrong);
        if (query.Given is { Count: > 0 } given) return (null, Problem.Invalid([.. given.Select(QueryGate.Unknown)]));
        using var collector = new ListCollector(policy);
        foreach (var (index, subject) in body.Value.Subjects!.Index()) collector.Take($"$.subjects[{index}]", subject.Trim());
        var (list, problem) = collector.End();
        return list is null ? (null, problem) : (new(list, body.Value with { Subjects = null }), null);
    }

    private (AuditOrder? Order, Problem? Problem) ReadList(AuditQuery query, AddressPolicy policy, IServiceProvider services)
    {
        var (wishes, complaints) = query.Read(services);
        using var collector = new ListCollector(policy);
        if (ListLines.IsOtherFile(_upload.Span)) collector.Complain("$", ListErrors.OtherFile);
        else if (_mediaType == Table) TableList.Read(_upload, collector);
        else TextList.Read(_upload, collector);
        var (list, problem) = collector.End();
        if (complaints.Count > 0) return (null, Problem.Invalid([.. complaints, .. problem?.Complaints ?? []]));
        return list is null ? (null, problem) : (new(list, wishes), null);
    }
}
