using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ProtocolAdvisor.Settings;

/// <summary>XML as text that is then written as UTF-8, and says so.</summary>
internal static class XmlText
{
    /// <summary>A whole document with these nodes.</summary>
    public static string Of(params XNode[] nodes)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
        {
            // The writer itself would name the encoding of strings, UTF-16.
            writer.WriteProcessingInstruction("xml", "version=\"1.0\" encoding=\"UTF-8\"");
            foreach (var node in nodes) node.WriteTo(writer);
        }

        return text.Append('\n').ToString();
    }
}
