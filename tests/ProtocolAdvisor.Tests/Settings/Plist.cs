using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace ProtocolAdvisor.Tests.Settings;

/// <summary>Reads a property list as Apple's devices do: dictionaries of keys, each followed by its value.</summary>
internal static class Plist
{
    public static IReadOnlyDictionary<string, object> Read(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        var root = XDocument.Load(reader).Root!;
        Assert.Equal(("plist", "1.0"), (root.Name.LocalName, (string?)root.Attribute("version")));
        return (IReadOnlyDictionary<string, object>)Value(Assert.Single(root.Elements()));
    }

    private static object Value(XElement element) => element.Name.LocalName switch
    {
        "dict" => Members(element),
        "array" => element.Elements().Select(Value).ToList(),
        "integer" => int.Parse(element.Value, CultureInfo.InvariantCulture),
        "true" => true,
        "false" => false,
        "string" => element.Value,
        var name => throw new FormatException(name),
    };

    private static Dictionary<string, object> Members(XElement dictionary)
    {
        var parts = dictionary.Elements().ToList();
        Assert.All(parts.Where((_, index) => index % 2 == 0), x => Assert.Equal("key", x.Name.LocalName));
        return parts.Chunk(2).ToDictionary(x => x[0].Value, x => Value(x[1]));
    }
}
