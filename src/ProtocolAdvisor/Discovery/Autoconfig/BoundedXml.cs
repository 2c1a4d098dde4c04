using System.Diagnostics.CodeAnalysis;
using System.Xml;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery.Autoconfig;

/// <summary>
/// Reads a stranger's XML: no document type definition, so no entities but the five of XML; nothing fetched; bounded in depth and nodes.
/// The bytes are bounded by whoever fetched them. Time and memory grow with the bytes and no faster.
/// </summary>
internal static class BoundedXml
{
    /// <summary>Most elements inside each other.</summary>
    internal const int MaxDepth = 32;

    /// <summary>Most elements, ends of elements, attributes and texts together.</summary>
    internal const int MaxNodes = 20_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>Gives the root element, or why the document cannot be read, fit to be shown.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> document, [NotNullWhen(true)] out MarkupElement? root, [NotNullWhen(false)] out Remark? unreadable)
    {
        var text = DocumentText.Decode(document);
        var top = new MarkupElement(string.Empty, null);
        using var reader = XmlReader.Create(new StringReader(text), Settings);
        try
        {
            unreadable = Fill(top, reader);
        }
        catch (XmlException fault)
        {
            unreadable = DocumentText.Mistaken(text) ?? (top.Children.Count == 0 ? TypeDefinition(text) : null)
                ?? At(fault.LineNumber, fault.LinePosition, RemarkCode.NotXml);
        }

        root = unreadable is null ? top.Children[0] : null;
        return root is not null;
    }

    private static Remark? Fill(MarkupElement top, XmlReader reader)
    {
        var open = new Stack<MarkupElement>([top]);
        for (var nodes = 0; reader.Read();)
        {
            nodes += 1 + reader.AttributeCount;
            if (nodes > MaxNodes) return At(reader, RemarkCode.TooManyNodes, MaxNodes);
            if (reader.NodeType == XmlNodeType.Element && reader.Depth >= MaxDepth) return At(reader, RemarkCode.TooDeep, MaxDepth);
            Take(open, reader);
        }

        return null;
    }

    private static void Take(Stack<MarkupElement> open, XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var element = new MarkupElement(
                    reader.LocalName, reader.GetAttribute("type"), reader.GetAttribute("url"), reader.GetAttribute("id"));
                open.Peek().Add(element);
                if (!reader.IsEmptyElement) open.Push(element);
                break;
            case XmlNodeType.EndElement:
                open.Pop();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                open.Peek().Add(reader.Value);
                break;
        }
    }

    // The reader's fault tells neither that it was this nor where.
    private static Remark? TypeDefinition(string text)
    {
        var start = text.IndexOf("<!DOCTYPE", StringComparison.Ordinal);
        if (start < 0) return null;
        var before = text.AsSpan(0, start);
        return At(1 + before.Count('\n'), start - before.LastIndexOf('\n'), RemarkCode.TypeDefinition);
    }

    private static Remark At(XmlReader reader, RemarkCode code, int limit)
    {
        var place = (IXmlLineInfo)reader;
        return At(place.LineNumber, place.LinePosition, code, limit);
    }

    private static Remark At(int line, int column, RemarkCode code, int limit = 0) => new(code, ("line", line), ("column", column), ("limit", limit));
}
