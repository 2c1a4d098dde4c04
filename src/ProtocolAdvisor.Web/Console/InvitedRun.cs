namespace ProtocolAdvisor.Web.Console;

/// <summary>An invited person's run. One that is broken off, by a closed window or by a stop, uses nothing up.</summary>
/// <param name="stream">Tells the run.</param>
/// <param name="reopen">Makes the link good again, where the run did not come to its end.</param>
internal sealed class InvitedRun(PageStream stream, Func<Task> reopen) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        try
        {
            await stream.ExecuteAsync(httpContext);
        }
        finally
        {
            await reopen();
        }
    }
}
