using System.Globalization;
using System.Text;
using CsCheck;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Discovery.Autoconfig;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Discovery;

/// <summary>Whatever a web server sends, a reader answers, and nothing that it hands on could steer a page or a terminal.</summary>
public sealed class ReaderProperties
{
    private static readonly string[] Bait =
    [
        "<", ">", "&", "&amp;", "&#x202E;", "&#xD800;", "<![CDATA[", "]]>", "<!--", "<!DOCTYPE a>", "\"", "{", "}", "[", ",", "null", "\\ud800", "\\u0000", "%EMAILDOMAIN%", "%",
        "\u202E", "\0", "999999999999", "<incomingServer type=\"pop3\">", "<emailProvider>", "</clientConfig>", "\"imap\":{}", "xmlns:a=\"b\"", "a:b", "ｍail。example",
    ];

    private static readonly string[] Sound =
    [
        SettingsFiles.Sound,
        """{"protocols":{"imap":{"host":"imap.example.com"},"pop3":{"host":"pop.example.com"},"smtp":{"host":"a.example"}},"authentication":{"password":true}}""",
    ];

    /// <summary>A sound document with bytes or words put in place of others, up to eight times.</summary>
    private static readonly Gen<byte[]> Mutated = Gen.Select(
        OneOf(Sound), Gen.Select(Gen.Int[0, 2000], Gen.Int[0, 40], Gen.OneOf(OneOf(Bait).Select(Encoding.UTF8.GetBytes), Gen.Byte.Array[0, 6])).Array[1, 8],
        (document, changes) => changes.Aggregate(Encoding.UTF8.GetBytes(document), Changed));

    [Fact]
    public void No_bytes_make_a_reader_throw() => Gen.Byte.Array[0, 400].Sample(AssertHarmless);

    [Fact]
    public void No_change_to_a_sound_document_makes_a_reader_throw() => Mutated.Sample(AssertHarmless, iter: 5000);

    [Fact]
    public void No_words_make_the_digest_reader_throw() => Gen.OneOf(OneOf("v=UAAC1", ";", "a=sha256", "d=", "=", "AAAA", " "), Gen.String).Array[0, 8]
        .Sample(words => PaccReader.DigestOf(string.Concat(words)));

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(x => words[x]);

    private static byte[] Changed(byte[] document, (int At, int Dropped, byte[] Put) change)
    {
        var at = change.At % (document.Length + 1);
        return [.. document[..at], .. change.Put, .. document.Skip(at + change.Dropped)];
    }

    private static void AssertHarmless(byte[] document)
    {
        foreach (var settings in new[] { AutoconfigReader.Read(document, SettingsFiles.Domain, EmailAddress.Parse("jane@example.com")), PaccReader.Read(document) })
        {
            Assert.True(settings.Unreadable is null || settings.Incoming.Count + settings.Outgoing.Count == 0);
            Assert.InRange(settings.Incoming.Count + settings.Outgoing.Count, 0, AutoconfigProvider.MaxServers);
            Assert.All(settings.Incoming, x => Assert.InRange(x.Endpoint.Port, 1, 65535));
            Assert.All([.. settings.Oddities.Shown(), settings.Unreadable.Shown() ?? "", .. settings.Incoming.Select(x => x.Username ?? "")], AssertShowable);
        }
    }

    private static void AssertShowable(string text) => Assert.DoesNotContain(text.EnumerateRunes(), rune =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
