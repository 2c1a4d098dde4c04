using System.Net.Mime;
using Microsoft.Net.Http.Headers;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Wire;

/// <summary>Reads a JSON body's bytes: not too many, not too slowly, and only in the one encoding that is understood.</summary>
internal static class BodyReader
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Reads JSON to the end; says what is wrong where that cannot be done.</summary>
    public static async Task<Problem?> ReadAsync(HttpRequest request, Stream body)
    {
        if (!IsJson(request)) return Problem.Of(StatusCodes.Status415UnsupportedMediaType, ProblemCode.UnsupportedMediaType);
        return await CopyAsync(request, body, JsonBody.MaxBytes, Patience);
    }

    /// <summary>Which of these media types the body is of, in UTF-8 and not compressed; null for none.</summary>
    public static string? MediaTypeOf(HttpRequest request, params string[] known) => !IsPlain(request) ? null
        : known.FirstOrDefault(x => request.GetTypedHeaders().ContentType?.MediaType.Equals(x, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>Reads to the end, so much and for so long at most; says what is wrong where that cannot be done.</summary>
    public static async Task<Problem?> CopyAsync(HttpRequest request, Stream body, int mostBytes, TimeSpan patience)
    {
        try
        {
            return await ReadToEndAsync(request, body, mostBytes, patience);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return LargeBodies.TooLarge();
        }
        catch (OperationCanceledException) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            // What still trickles in is not waited for.
            request.HttpContext.Response.Headers.Connection = "close";
            return Problem.Of(StatusCodes.Status408RequestTimeout, ProblemCode.RequestTimeout);
        }
    }

    private static async Task<Problem?> ReadToEndAsync(HttpRequest request, Stream to, int mostBytes, TimeSpan longest)
    {
        // Most bodies have arrived when they are asked for: only one that is waited for needs a clock.
        TimeLimit? patience = null;
        try
        {
            while (true)
            {
                var read = request.BodyReader.TryRead(out var arrived) ? arrived : await request.BodyReader.ReadAsync((patience ??= PatienceWith(request.HttpContext, longest)).Token);
                var isTooLarge = to.Length + read.Buffer.Length > mostBytes;
                if (!isTooLarge)
                    foreach (var part in read.Buffer) to.Write(part.Span);

                // Also of what is too large: the server reads on from here, and throws the rest away.
                request.BodyReader.AdvanceTo(read.Buffer.End);
                if (isTooLarge) return LargeBodies.TooLarge();
                if (read.IsCompleted) return null;
            }
        }
        finally
        {
            patience?.Dispose();
        }
    }

    private static TimeLimit PatienceWith(HttpContext http, TimeSpan longest) =>
        new(longest, http.RequestServices.GetRequiredService<TimeProvider>(), http.RequestAborted);

    // What nearly everybody sends needs no parser.
    private static bool IsJson(HttpRequest request) =>
        (request.ContentType == MediaTypeNames.Application.Json && request.Headers.ContentEncoding.Count == 0) || (request.HasJsonContentType() && IsPlain(request));

    // Read by the parser that has found it to be JSON: another one throws at what that one overlooks ("charset=").
    private static bool IsPlain(HttpRequest request) => request.Headers.ContentEncoding.ToString() is var encoding && (encoding.Length == 0 || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        && request.GetTypedHeaders().ContentType is { } type && type.Parameters.Where(x => x.Name.Equals("charset", StringComparison.OrdinalIgnoreCase)).All(IsUtf8);

    private static bool IsUtf8(NameValueHeaderValue charset) => charset.Value.ToString().Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
