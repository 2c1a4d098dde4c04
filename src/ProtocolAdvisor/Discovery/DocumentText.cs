using System.Text;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>
/// Turns a published document's bytes into text. What an XML declaration says of the encoding is not asked: it is often wrong, and all that
/// is read of a document is ASCII or a host name. Its bytes tell UTF-16; everything else is UTF-8, or Latin-1 where it is not.
/// </summary>
internal static class DocumentText
{
    /// <summary>Why a web page is not read.</summary>
    internal static readonly Remark WebPage = new(RemarkCode.WebPage);

    private const int HeadLength = 1024;

    // Not every page has its first elements written out.
    private static readonly string[] PageWords = ["<!doctype html", "<html", "<head>", "<title", "<meta ", "<body", "<script"];

    /// <summary>Decodes without ever failing, and drops a byte order mark.</summary>
    internal static string Decode(ReadOnlySpan<byte> document) => document switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => ServerText.Decode(rest),
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        [(byte)'<', 0, ..] => Encoding.Unicode.GetString(document),
        [0, (byte)'<', ..] => Encoding.BigEndianUnicode.GetString(document),
        _ => ServerText.Decode(document),
    };

    /// <summary>Why a document is unreadable in any format: it is empty, or the page that web servers send with 200 for whatever they do not have. Null otherwise.</summary>
    internal static Remark? Mistaken(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return new Remark(RemarkCode.FileEmpty);
        var head = text[..Math.Min(text.Length, HeadLength)];
        return Array.Exists(PageWords, word => head.Contains(word, StringComparison.OrdinalIgnoreCase)) ? WebPage : null;
    }
}
