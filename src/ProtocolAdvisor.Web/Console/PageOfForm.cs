using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace ProtocolAdvisor.Web.Console;

/// <summary>
/// The page on which a form stands, or the link to a file. A form's target is no page: what is shown in answer to it leads back there, in another language, signed in
/// or to try again.
/// </summary>
/// <param name="Address">The page's address, of the form's request.</param>
internal sealed record PageOfForm(Func<HttpContext, string> Address)
{
    /// <summary>The address of the page that a request is for, or of the one whose form it sends; the start page where there is none.</summary>
    public static string Of(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method)) return $"{http.Request.Path}{http.Request.QueryString}";
        return Behind(http) ?? ConsolePaths.Start;
    }

    /// <summary>The page on which the form or the link stands that a request comes from; null where it is none's.</summary>
    public static string? Behind(HttpContext http)
    {
        // An exception's answer has no endpoint of its own.
        var endpoint = http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        return endpoint?.Metadata.GetMetadata<PageOfForm>()?.Address(http);
    }

    /// <summary>What was sent in a field, where the form was read: nothing waits for it here.</summary>
    public static string? Sent(HttpContext http, string field) => http.Features.Get<IFormFeature>()?.Form?[field];

    /// <summary>A path of ours, and no other site's, however it is spelt; browsers send nothing but printing ASCII, and a header takes nothing else.</summary>
    public static string Own(string? path) =>
        path is { Length: > 0 } && path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal) && path.All(x => x is > ' ' and <= '~' and not '\\')
            ? path : ConsolePaths.Start;
}

/// <summary>Says of forms' targets on which page they stand.</summary>
internal static class PagesOfForms
{
    private const string Id = "id";

    /// <summary>It stands on a page that is always at one place.</summary>
    public static RouteHandlerBuilder On(this RouteHandlerBuilder form, string page) => form.On(_ => page);

    /// <summary>It stands on the page of what the target's path names, with the query of the page, which the target's address has as well.</summary>
    public static RouteHandlerBuilder OnPageOf(this RouteHandlerBuilder form, Func<string, string> page) =>
        form.On(http => page(Uri.EscapeDataString($"{Values(http)?[Id]}")) + http.Request.QueryString);

    /// <summary>It stands on a page that follows from what is sent.</summary>
    public static RouteHandlerBuilder On(this RouteHandlerBuilder form, Func<HttpContext, string> page) => form.WithMetadata(new PageOfForm(page));

    private static RouteValueDictionary? Values(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()?.RouteValues ?? http.Request.RouteValues;
}
