using System.Reflection;
using System.Text;
using System.Text.Json;
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

    // Of JSON: a token for each subject, and some for the other members.
    private const int MostTokens = AuditList.Most + 1000;

    private readonly Problem? _problem;
    private readonly string _mediaType;
    private readonly ReadOnlyMemory<byte> _upload;

    private AuditBody(Problem? problem, string mediaType, ReadOnlyMemory<byte> upload) => (_problem, _mediaType, _upload) = (problem, mediaType, upload);

    /// <summary>A list that was typed or pasted: with a heading it is a table; without, what stands between commas, semicolons or tabs is a subject each.</summary>
    public static AuditBody Typed(string text)
    {
        var upload = Encoding.UTF8.GetBytes(text);
        if (TableList.HasHeading(text)) return new(null, Table, upload);
        foreach (var separator in ",;\t"u8) upload.AsSpan().Replace(separator, (byte)'\n');
        return new(null, Text, upload);
    }

    /// <summary>A list that came as a file.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="upload">Its bytes.</param>
    public static AuditBody File(string name, ReadOnlyMemory<byte> upload) => new(null, IsTable(name, upload.Span) ? Table : Text, upload);

    private static bool IsTable(string name, ReadOnlySpan<byte> upload)
    {
        if (name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase)) return true;
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
    /// <param name="cancellationToken">The caller's.</param>
    public (AuditOrder? Order, Problem? Problem) Read(AuditQuery query, AddressPolicy policy, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (_problem is not null) return (null, _problem);
        using var collector = new ListCollector(policy, cancellationToken);
        return _mediaType == AcceptGate.Json ? ReadJson(query, collector, services) : ReadList(query, collector, services);
    }

    private (AuditOrder? Order, Problem? Problem) ReadJson(AuditQuery query, ListCollector collector, IServiceProvider services)
    {
        if (HasTooMany(_upload.Span)) return (null, Problem.Invalid([Complaint.Of("$.subjects", ListErrors.Empty, ListErrors.Empty)]));
        var body = JsonBody<AuditRequest>.Of(_upload);
        if (body.Validate(services) is { } wrong) return (null, wrong);
        if (query.Given is { Count: > 0 } given) return (null, Problem.Invalid([.. given.Select(QueryGate.Unknown)]));
        foreach (var (index, subject) in body.Value.Subjects!.Index()) collector.Take($"$.subjects[{index}]", subject.Trim());
        var (list, problem) = collector.End();
        return list is null ? (null, problem) : (new(list, body.Value with { Subjects = null }), null);
    }

    private (AuditOrder? Order, Problem? Problem) ReadList(AuditQuery query, ListCollector collector, IServiceProvider services)
    {
        var (wishes, complaints) = query.Read(services);
        if (ListLines.IsOtherFile(_upload.Span)) collector.Complain("$", ListErrors.OtherFile);
        else if (_mediaType == Table) TableList.Read(_upload, collector);
        else TextList.Read(_upload, collector);
        var (list, problem) = collector.End();
        if (complaints.Count > 0) return (null, Problem.Invalid([.. complaints, .. problem?.Complaints ?? []]));
        return list is null ? (null, problem) : (new(list, wishes), null);
    }

    // Before all of them are values, which take many times what they take as text. What is no JSON is told by others.
    private static bool HasTooMany(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json.StartsWith("\uFEFF"u8) ? json[3..] : json);
        var tokens = 0;
        try
        {
            while (tokens <= MostTokens && reader.Read()) tokens++;
        }
        catch (JsonException)
        {
            return false;
        }

        return tokens > MostTokens;
    }
}
