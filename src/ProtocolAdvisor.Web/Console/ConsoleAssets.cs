using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Console;

/// <summary>The pages' styles, script and picture: embedded, so that they always fit the program, and addressed by their content, so that browsers may keep them for ever.</summary>
internal static partial class ConsoleAssets
{
    private static readonly FrozenDictionary<string, string> MediaTypes = new Dictionary<string, string>
    {
        ["console.css"] = "text/css; charset=utf-8",
        ["desk.css"] = "text/css; charset=utf-8",
        ["console.js"] = "text/javascript; charset=utf-8",
        ["icon.svg"] = "image/svg+xml",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, byte[]> Files = MediaTypes.Keys.ToFrozenDictionary(name => name, Read);
    private static readonly FrozenDictionary<string, string> Paths = Files.ToFrozenDictionary(
        file => file.Key, file => $"{ConsolePaths.Assets}/{Convert.ToHexStringLower(SHA256.HashData(file.Value))[..12]}/{file.Key}");

    /// <summary>Where a file is.</summary>
    public static string Path(string name) => Paths[name];

    /// <summary>Puts the files on their route. They are no secrets: the page that asks for a key needs them, too.</summary>
    public static void MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapGet($"{ConsolePaths.Assets}/{{version}}/{{name}}", Open).ExcludeFromDescription();

    private static IResult Open(string version, string name, HttpContext http)
    {
        if (!Files.TryGetValue(name, out var file)) return Problem.Of(StatusCodes.Status404NotFound, ProblemCode.NotFound).AsResult();
        if (http.Request.Path == Paths[name]) http.Response.Headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable";
        return Results.Bytes(file, MediaTypes[name]);
    }

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"ProtocolAdvisor.Web.Console.Assets.{name}")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return name.EndsWith(".svg", StringComparison.Ordinal) ? bytes : Encoding.UTF8.GetBytes(RemarkOrIndentation().Replace(Encoding.UTF8.GetString(bytes), ""));
    }

    // What is for whoever writes the styles and the script, and not for the browser.
    [GeneratedRegex(@"/\*.*?\*/\s*|^[ ]*//[^\n]*\n|^[ ]+", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex RemarkOrIndentation();
}
