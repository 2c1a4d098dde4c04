using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Assessments.Retries;

/// <summary>
/// Answers a request that is made again as it was answered, without running it again. Whoever asks while the first still runs waits for
/// it: then every client has its
/// answer from one request, whatever it makes of a refusal.
/// </summary>
internal static class RetryGate
{
    /// <summary>Says that an answer is an earlier one.</summary>
    public const string ReplayedHeader = "Idempotency-Replayed";

    /// <summary>A filter behind the one that validates bodies.</summary>
    /// <param name="replay">The answer from a report and its path, which is null where it cannot be opened.</param>
    public static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Replaying(
        Func<AssessmentReport, string?, IResult> replay) => async (context, next) =>
        {
            var http = context.HttpContext;
            if (!http.Request.Headers.TryGetValue(IdempotencyKey.Header, out var header)) return await next(context);
            if (!IdempotencyKey.TryParse(header.ToString(), out var key)) return Invalid.AsResult();
            var verdict = await VerdictAsync(http, key, context.Arguments.OfType<JsonBody<AssessmentRequest>>().Single().Value);
            if (verdict.Run is { } run)
            {
                http.Response.Headers[ReplayedHeader] = "true";
                return replay(run.Report(RequestLanguage.Of(http)), verdict.IsStored ? $"/v1/assessments/{run.Heading.Id}" : null);
            }

            if (verdict.Claim is not { } claim) return Reused.AsResult();
            http.Response.RegisterForDispose(claim);
            http.Features.Set(claim);
            return await next(context);
        };

    private static Problem Invalid => Problem.Of(StatusCodes.Status400BadRequest, ProblemCode.IdempotencyKeyInvalid);

    private static Problem Reused => Problem.Of(StatusCodes.Status422UnprocessableEntity, ProblemCode.IdempotencyKeyReused);

    private static Task<RetryVerdict> VerdictAsync(HttpContext http, IdempotencyKey key, AssessmentRequest request)
    {
        var ledger = http.RequestServices.GetRequiredService<RetryLedger>();
        return ledger.AskAsync(key.HashFor(Caller.Of(http)), RequestMark.Of(request), http.RequestAborted);
    }
}
