using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace ProtocolAdvisor.Web.Console;

/// <summary>A page of the console: a component, rendered to its end and sent as a whole. Nothing of it stays behind on the server.</summary>
/// <typeparam name="TPage">The component.</typeparam>
/// <param name="parameters">The component's parameters besides <c>Context</c>.</param>
/// <param name="status">The HTTP status.</param>
internal sealed class HtmlPage<TPage>(IReadOnlyDictionary<string, object?> parameters, int status = StatusCodes.Status200OK) : IResult, IStatusCodeHttpResult
    where TPage : ConsoleComponent
{
    /// <inheritdoc/>
    public int? StatusCode => status;

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = await Html.RenderAsync<TPage>(httpContext, PageContext.Of(httpContext), parameters);
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = Html.MediaType;
        if (!HttpMethods.IsHead(httpContext.Request.Method)) await httpContext.Response.WriteAsync(html, httpContext.RequestAborted);
    }
}

/// <summary>Components as text.</summary>
internal static partial class Html
{
    /// <summary>The media type of pages.</summary>
    public const string MediaType = "text/html; charset=utf-8";

    /// <summary>A component's markup.</summary>
    public static async Task<string> RenderAsync<TComponent>(HttpContext http, PageContext context, IReadOnlyDictionary<string, object?> parameters)
        where TComponent : ConsoleComponent
    {
        var given = new Dictionary<string, object?>(parameters) { [nameof(ConsoleComponent.Context)] = context };
        await using var renderer = new HtmlRenderer(http.RequestServices, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(given))).ToHtmlString());
        return Indentation().Replace(html, ">\n<");
    }

    // Between tags, where a browser makes one blank of it; text that a reader copies has no tags in it.
    [GeneratedRegex(@">\s{2,}<")]
    private static partial Regex Indentation();
}
