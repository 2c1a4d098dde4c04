using System.Text;
using Microsoft.AspNetCore.Http.Features;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Web.Audits;
using ProtocolAdvisor.Web.Audits.Lists;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Console.Audits;

/// <summary>The form that asks for an audit: a list that is typed or pasted, or a file.</summary>
internal static class AuditForm
{
    /// <summary>The list's field.</summary>
    public const string List = "list";

    /// <summary>The file's field.</summary>
    public const string File = "file";

    /// <summary>The name's field.</summary>
    public const string Name = "name";

    /// <summary>The field of how often it is made again.</summary>
    public const string Repeat = "repeatEvery";

    /// <summary>After how many days it can be made again.</summary>
    public static IReadOnlyList<int> Days { get; } = [1, 7, 30, 90];

    /// <summary>
    /// Lets a list in that is longer than any other form. What is longer still was refused before, unless it came without its length: then it is
    /// judged when it is there, so that whoever has sent it is told; twice as much is cut off.
    /// </summary>
    public static ValueTask<object?> Large(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = 2 * AuditList.MostBytes;
        return next(context);
    }

    /// <summary>The list that was given, or what is wrong.</summary>
    public static async Task<(AuditBody? Body, Problem? Problem)> ListAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        var (text, file) = (form[List].ToString(), form.Files.GetFile(File));
        var (hasText, hasFile) = (!string.IsNullOrWhiteSpace(text), file is { Length: > 0 });
        if (hasText == hasFile) return (null, Problem.Invalid([Complaint.Of("$.subjects", ListErrors.Empty, ListErrors.Empty)]));
        if (form.Files.Sum(x => x.Length) + Encoding.UTF8.GetByteCount(text) > AuditList.MostBytes) return (null, LargeBodies.TooLarge());
        if (hasText) return (AuditBody.Typed(text), null);
        using var upload = new MemoryStream((int)file!.Length);
        await file.CopyToAsync(upload, cancellationToken);
        return (AuditBody.File(file.FileName, upload.GetBuffer().AsMemory(0, (int)upload.Length)), null);
    }

    /// <summary>How the mailboxes are used, not yet validated.</summary>
    public static JsonBody<Usage> UsageIn(IFormCollection form) => UsageForm.Of(name => form[name]);

    /// <summary>The form's other fields.</summary>
    public static AuditQuery Wishes(IFormCollection form) => new(Given(form[Name]), null, Given(form[Repeat]), null, null);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
