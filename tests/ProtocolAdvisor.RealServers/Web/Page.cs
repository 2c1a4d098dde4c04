using System.IO.Compression;
using System.Net.Mime;
using System.Text;

namespace ProtocolAdvisor.RealServers;

/// <summary>What the web server answers with, and how.</summary>
public sealed record Page
{
    public int Status { get; init; } = 200;

    public string? ContentType { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>When the answer may begin; the request is recorded before.</summary>
    public Task Signal { get; init; } = Task.CompletedTask;

    /// <summary>How often the body is sent.</summary>
    public Repetition Repetition { get; init; }

    /// <summary>The request is taken and never answered.</summary>
    public static Page Silent { get; } = new Page().After(Task.Delay(Timeout.Infinite));

    /// <summary>A body that does not end before the client leaves. <see cref="Gzipped"/> shrinks it to a thousandth, as an attacker would.</summary>
    public static Page Endless { get; } = Of(MediaTypeNames.Text.Plain, new string(' ', 256 << 10)) with { Repetition = Repetition.Endless };

    public static Page Xml(string text) => Of(MediaTypeNames.Text.Xml, text);

    public static Page Json(string text) => Of(MediaTypeNames.Application.Json, text);

    /// <summary>A web site's ordinary page, which some give for every path.</summary>
    public static Page Html(string text) => Of(MediaTypeNames.Text.Html, text);

    public static Page Of(string contentType, string text) => new() { ContentType = contentType, Body = Encoding.UTF8.GetBytes(text) };

    /// <summary>An answer of this status without a body.</summary>
    public static Page Empty(int status) => new() { Status = status };

    public static Page Redirect(string location, int status = 302) => Empty(status).With("Location", location);

    public Page With(string header, string value) => this with { Headers = new Dictionary<string, string>(Headers) { [header] = value } };

    /// <summary>The same, once the signal has come.</summary>
    public Page After(Task signal) => this with { Signal = signal };

    /// <summary>The same, compressed, whether the client asked for that or not.</summary>
    public Page Gzipped()
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
            gzip.Write(Body.Span);
        return With("Content-Encoding", "gzip") with { Body = compressed.ToArray() };
    }
}

/// <summary>How often a body is sent.</summary>
public enum Repetition
{
    Once,
    Endless,
}
