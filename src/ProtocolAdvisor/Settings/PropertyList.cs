using System.Globalization;
using System.Xml.Linq;

namespace ProtocolAdvisor.Settings;

/// <summary>Apple's property list in its XML form.</summary>
internal static class PropertyList
{
    /// <summary>A whole document around a dictionary.</summary>
    public static string Of(XElement dictionary) => XmlText.Of(
        new XDocumentType("plist", "-//Apple//DTD PLIST 1.0//EN", "http://www.apple.com/DTDs/PropertyList-1.0.dtd", null),
        new XElement("plist", new XAttribute("version", "1.0"), dictionary));

    /// <summary>A dictionary of texts, whole numbers, truth values and arrays.</summary>
    public static XElement Dictionary(params (string Key, object Value)[] members) =>
        new("dict", members.SelectMany(x => new[] { new XElement("key", x.Key), Element(x.Value) }));

    private static XElement Element(object value) => value switch
    {
        bool truth => new XElement(truth ? "true" : "false"),
        int number => new XElement("integer", number.ToString(CultureInfo.InvariantCulture)),
        XElement inner => new XElement("array", inner),
        _ => new XElement("string", value),
    };
}
