using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Diagnostics;
using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Problems;

/// <summary>Gives every refusal that the framework makes the one form of the contract.</summary>
internal static class ProblemPipeline
{
    /// <summary>Exceptions and bare status codes become problems.</summary>
    public static void UseProblems(this WebApplication app)
    {
        // The framework's own line would quote the exception of a broken request, and that may quote the request.
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerExceptionAsync, SuppressDiagnosticsCallback = _ => true });
        app.UseStatusCodePages(context => AnswerAsync(context.HttpContext, Of(context.HttpContext.Response.StatusCode)));
    }

    private static Problem Of(int status) => Problem.Of(status, ProblemCode.Of(status));

    private static Task AnswerExceptionAsync(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()?.Error switch
    {
        Storage.StorageUnavailableException => StorageUnavailableAsync(http),
        CryptographicException seal when seal.GetBaseException() is IOException or UnauthorizedAccessException => SealUnavailableAsync(http, seal),
        OperationCanceledException when http.RequestServices.GetRequiredService<Startup.Drain>().Over.IsCancellationRequested => Assessments.QueueRefusal.Stopping(http).ExecuteAsync(http),
        BadHttpRequestException refused => AnswerAsync(http, Of(refused.StatusCode)),
        OperationCanceledException when http.RequestAborted.IsCancellationRequested => Task.CompletedTask,
        { } exception => AnswerAsync(http, OurFault(http, exception)),
        _ => Task.CompletedTask,
    };

    /// <summary>Our own bug: logged, and told as nothing but a trace.</summary>
    public static Problem OurFault(HttpContext http, Exception exception)
    {
        var trace = Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
        Log(http).RequestFailed(exception, trace);
        return Of(StatusCodes.Status500InternalServerError) with { TraceId = trace };
    }

    // The key of seals is made when the first thing is sealed: a full disk is no fault of ours.
    private static Task SealUnavailableAsync(HttpContext http, CryptographicException seal)
    {
        Log(http).SealsUnavailable(seal.GetBaseException().Message.ReplaceLineEndings(" "));
        return StorageUnavailableAsync(http);
    }

    private static ILogger Log(HttpContext http) => http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProblemPipeline));

    // What keeps it from being used is logged once, when it begins.
    private static Task StorageUnavailableAsync(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "2";
        return AnswerAsync(http, Of(StatusCodes.Status503ServiceUnavailable));
    }

    private static Task AnswerAsync(HttpContext http, Problem problem) => problem.AsResult().ExecuteAsync(http);
}
