using System.Text;
using ProtocolAdvisor.Discovery.Autoconfig;
using ProtocolAdvisor.Tests.Fixtures;
using static ProtocolAdvisor.Tests.Fixtures.SettingsFiles;

namespace ProtocolAdvisor.Tests.Discovery;

/// <summary>Settings files come from strangers: what a file can do to its reader, and what encodings do to files.</summary>
public sealed class HostileXmlTests
{
    [Theory]
    [InlineData("<!DOCTYPE clientConfig [<!ENTITY a \"imap.example.com\">]><clientConfig/>")]
    [InlineData("<!DOCTYPE clientConfig SYSTEM \"http://127.0.0.1:1/x.dtd\"><clientConfig/>")]
    [InlineData("<!DOCTYPE clientConfig [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><clientConfig>&a;</clientConfig>")]
    [InlineData("<!DOCTYPE c [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\"><!ENTITY c \"&b;&b;\"><!ENTITY d \"&c;&c;\">]><c>&d;</c>")]
    public void A_document_type_definition_is_never_read(string document) =>
        Assert.Equal("line 2, column 2: a document type definition, which is never read", Read($"<?xml version=\"1.0\"?>\n {document}").Unreadable.Shown());

    [Fact]
    public void An_entity_that_nobody_defined_makes_the_file_unreadable() =>
        Assert.EndsWith("not well-formed XML", ReadServers("&nbsp;").Unreadable.Shown(), StringComparison.Ordinal);

    [Theory]
    [InlineData("<!DOCTYPE html><html><head><title>Not found</title><br></head>")]
    [InlineData("\n<!-- a page --><HTML><BODY>Not found")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x.dtd\"><html xmlns=\"http://www.w3.org/1999/xhtml\"/>")]
    [InlineData("<html><body>well-formed</body></html>")]
    public void A_web_page_is_named_as_what_it_is(string page) => Assert.Equal("a web page, not a settings file", Read(page).Unreadable.Shown());

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData(" \n", "the file is empty")]
    [InlineData("{\"a\":1}", "line 1, column 1: not well-formed XML")]
    [InlineData("<clientConfig>\n<emailProvider></clientConfig>", "line 2, column 18: not well-formed XML")]
    [InlineData("<clientConfig>\n", "line 2, column 1: not well-formed XML")]
    [InlineData("<Autodiscover\u0130/>", "the root element is \"Autodiscover\u0130\", not clientConfig")]
    [InlineData("<clientconfig/>", "the root element is \"clientconfig\", not clientConfig")]
    public void What_is_no_settings_file_says_why(string document, string reason) => Assert.Equal(reason, Read(document).Unreadable.Shown());

    [Fact]
    public void A_file_that_breaks_off_names_no_server()
    {
        var settings = Read(Sound[..Sound.IndexOf("</emailProvider>", StringComparison.Ordinal)]);
        Assert.NotNull(settings.Unreadable.Shown());
        Assert.Empty(settings.Incoming);
    }

    [Fact]
    public void Thirty_two_elements_deep_is_read_and_one_more_is_not()
    {
        Assert.Null(Read(Nested(BoundedXml.MaxDepth)).Unreadable);
        Assert.EndsWith("elements more than 32 deep", Read(Nested(BoundedXml.MaxDepth + 1)).Unreadable.Shown(), StringComparison.Ordinal);
        Assert.EndsWith("elements more than 32 deep", Read(Nested(100_000)).Unreadable.Shown(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a/>")]
    [InlineData("<a b='1' c='2' d='3'/>")]
    [InlineData("<![CDATA[x]]><b/>")]
    public void Twenty_thousand_nodes_are_the_end(string piece)
    {
        var document = Autoconfig(string.Concat(Enumerable.Repeat(piece, 20_001)));
        Assert.EndsWith("more than 20,000 nodes", Read(document).Unreadable.Shown(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_megabyte_of_text_is_read_past()
    {
        var settings = ReadServers($"<x>{new string('x', 1 << 20)}</x>" + Incoming("imap", "imap.example.com", "993", "SSL"));
        Assert.Single(settings.Incoming);
    }

    [Fact]
    public void A_megabyte_of_pieces_of_text_stays_short()
    {
        var pieces = string.Concat(Enumerable.Repeat($"<![CDATA[{new string('1', 100)}]]><?x?>", 9_000));
        Assert.Contains("incomingServer 1 (imap): port", Assert.Single(ReadServers(Incoming("imap", "imap.example.com", pieces, "SSL")).Oddities.Shown()), StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> Encodings()
    {
        var utf16 = Sound.Replace("UTF-8", "UTF-16", StringComparison.Ordinal);
        return new TheoryData<string, byte[]>
        {
            { "UTF-8 with a byte order mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sound)] },
            { "UTF-16 little-endian with a mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(utf16)] },
            { "UTF-16 big-endian with a mark", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(utf16)] },
            { "UTF-16 little-endian without a mark", Encoding.Unicode.GetBytes(utf16) },
            { "UTF-16 big-endian without a mark", Encoding.BigEndianUnicode.GetBytes(utf16) },
            { "UTF-16 that calls itself UTF-8", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Sound)] },
            { "UTF-8 that calls itself UTF-16", Encoding.UTF8.GetBytes(utf16) },
            { "UTF-8 that calls itself something unheard of", Encoding.UTF8.GetBytes(Sound.Replace("UTF-8", "x-none", StringComparison.Ordinal)) },
            { "Latin-1 that calls itself UTF-8", Encoding.Latin1.GetBytes(Sound) },
        };
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Whatever_the_encoding_and_whatever_the_file_says_of_it_the_servers_are_read(string encoding, byte[] document)
    {
        var settings = AutoconfigReader.Read(document, Domain);
        Assert.True(settings is { Unreadable: null, Incoming.Count: 2, Outgoing.Count: 1 }, $"{encoding}: {settings.Unreadable.Shown()}");
    }

    private static string Nested(int depth) =>
        $"<clientConfig>{string.Concat(Enumerable.Repeat("<a>", depth - 1))}{string.Concat(Enumerable.Repeat("</a>", depth - 1))}</clientConfig>";
}
