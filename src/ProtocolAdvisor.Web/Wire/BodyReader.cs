using System.Buffers;
using System.Net.Http.Headers;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Wire;

/// <summary>Reads a JSON body's bytes: not too many, not too slowly, and only in the one encoding that is understood.</summary>
internal static class BodyReader
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Reads to the end; says what is wrong where that cannot be done.</summary>
    public static async Task<Problem?> ReadAsync(HttpRequest request, Stream body)
    {
        if (!IsPlainJson(request)) return Problem.Of(StatusCodes.Status415UnsupportedMediaType, ProblemCode.UnsupportedMediaType);
        if (request.ContentLength > JsonBody.MaxBytes) return TooLarge();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(request.HttpContext.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            return await CopyAsync(request.Body, body, patience.Token);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge();
        }
        catch (OperationCanceledException) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            // What still trickles in is not waited for.
            request.HttpContext.Response.Headers.Connection = "close";
            return Problem.Of(StatusCodes.Status408RequestTimeout, ProblemCode.RequestTimeout);
        }
    }

    private static async Task<Problem?> CopyAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(8192);
        try
        {
            var total = 0;
            int read;
            while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if ((total += read) > JsonBody.MaxBytes) return TooLarge();
                to.Write(buffer, 0, read);
            }

            return null;
        }
        finally
        {
            // It may hold a password.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static bool IsPlainJson(HttpRequest request) => request.HasJsonContentType()
        && request.Headers.ContentEncoding.ToString() is var encoding && (encoding.Length == 0 || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        && (MediaTypeHeaderValue.Parse(request.ContentType!).CharSet?.Trim('"') ?? "utf-8").Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static Problem TooLarge() => Problem.Of(StatusCodes.Status413PayloadTooLarge, ProblemCode.BodyTooLarge);
}
