using CsCheck;
using ProtocolAdvisor.Pasting;

namespace ProtocolAdvisor.Tests.Pasting;

/// <summary>Whatever is pasted is understood, or it is said why not.</summary>
public class PasteReaderTests
{
    private static readonly string[] Some =
    [
        "jane", "www.", "@", "example.com", "gmial.com", ".", "mail.", ":993", ":25", ":8993", ":12345", " Port ", "587", "imap", "STARTTLS", "imaps://", "https://", "mailto:", "smtp:",
        "<", ">", "\"", " ", ",", ";", "\n", "::1", "[", "]", "192.0.2.1", "%40", "(at)",
        "***", "co.uk", "/path", "?a=b", "ü", "xn--",
    ];

    [Theory]
    [InlineData("jane@example.com", "jane@example.com")]
    [InlineData("  jane@example.com\t", "jane@example.com")]
    [InlineData("jane@example.com.", "jane@example.com")]
    [InlineData("jane@example.com,", "jane@example.com")]
    [InlineData("jane@example.com;", "jane@example.com")]
    [InlineData("„jane@example.com“", "jane@example.com")]
    [InlineData("'jane@example.com'", "jane@example.com")]
    [InlineData("<jane@example.com>", "jane@example.com")]
    [InlineData("(jane@example.com)", "jane@example.com")]
    [InlineData("**jane@example.com**", "jane@example.com")]
    [InlineData("- jane@example.com", "jane@example.com")]
    [InlineData("Jane Doe <jane@example.com>", "jane@example.com")]
    [InlineData("\"Doe, Jane\" <jane@example.com>;", "jane@example.com")]
    [InlineData("Doe, Jane <jane@example.com>", "jane@example.com")]
    [InlineData("\"jane@work\" <jane@example.com>", "jane@example.com")]
    [InlineData("jane@example.com<mailto:jane@example.com>", "jane@example.com")]
    [InlineData("Jane Doe [mailto:jane@example.com]", "jane@example.com")]
    [InlineData("jane@example.com (Jane Doe)", "jane@example.com")]
    [InlineData("mailto:jane@example.com", "jane@example.com")]
    [InlineData("MAILTO:jane@example.com?subject=Hello%20there", "jane@example.com")]
    [InlineData("mailto:jane%40example.com", "jane@example.com")]
    [InlineData("mailto:Jane%20Doe%20%3Cjane@example.com%3E", "jane@example.com")]
    [InlineData("SMTP:jane@example.com", "jane@example.com")]
    [InlineData("E-mail: jane@example.com", "jane@example.com")]
    [InlineData("Von:jane@example.com", "jane@example.com")]
    [InlineData("\u00A0jane@example.com\u00A0", "jane@example.com")]
    [InlineData("\u200Bjane@\u200Bexample\u2060.com\uFEFF", "jane@example.com")]
    [InlineData("\u202Ajane@example.com\u202C", "jane@example.com")]
    [InlineData("jane @ example.com", "jane@example.com")]
    [InlineData("jane＠example。com", "jane@example.com")]
    [InlineData("jane (at) example (dot) com", "jane@example.com")]
    [InlineData("jane[ät]example[punkt]com", "jane@example.com")]
    [InlineData("JANE@EXAMPLE.COM", "JANE@example.com")]
    [InlineData("jürgen@bücher.example", "jürgen@xn--bcher-kva.example")]
    [InlineData("jane+shop@example.com", "jane+shop@example.com")]
    [InlineData("_jane_@example.com", "_jane_@example.com")]
    [InlineData("example.com", "example.com")]
    [InlineData("Example.com.", "example.com")]
    [InlineData("@example.com", "example.com")]
    [InlineData("@mail.example.com", "@mail.example.com")]
    [InlineData("www.example.co.uk", "example.co.uk")]
    [InlineData("https://www.example.com/", "example.com")]
    [InlineData("lima-city.de", "lima-city.de")]
    [InlineData("https://mail.example.com/", "mail.example.com")]
    [InlineData("https://mail.example.com:8443", "mail.example.com")]
    [InlineData("mail.example.com/", "mail.example.com")]
    [InlineData("mail.example.com:993", "mail.example.com:993")]
    [InlineData("example.com:143", "example.com:143")]
    [InlineData("imaps://mail.example.com", "mail.example.com:993")]
    [InlineData("imap://mail.example.com/", "mail.example.com:143")]
    [InlineData("imap://mail.example.com:993", "mail.example.com:993")]
    [InlineData("pop3s://mail.example.com:1995", "pop3s://mail.example.com:1995")]
    [InlineData("pop://mail.example.com", "mail.example.com:110")]
    [InlineData("smtps://mail.example.com", "mail.example.com:465")]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("192.0.2.1:995", "192.0.2.1:995")]
    [InlineData("2001:DB8::1", "2001:db8::1")]
    [InlineData("[2001:db8::1]:993", "[2001:db8::1]:993")]
    [InlineData("[2001:db8::1]", "2001:db8::1")]
    public void What_is_meant_is_understood_whatever_is_around_it(string pasted, string meant)
    {
        var reading = PasteReader.Read(pasted);
        Assert.Equal((meant, null, false), (reading.Subject?.Text, reading.Fault, reading.IsGuess));
    }

    [Theory]
    [InlineData("please check jane@example.com, thanks", "jane@example.com")]
    [InlineData("jane doe@example.com", "doe@example.com")]
    [InlineData("Jane Doe\nExample Inc.\njane@example.com\nwww.example.com", "jane@example.com")]
    [InlineData("jane@example.com:hunter2", "jane@example.com")]
    [InlineData("jane@gmail,com", "jane@gmail.com")]
    [InlineData("jane@example..com", "jane@example.com")]
    [InlineData("https://example.com/webmail/?user=jane", "example.com")]
    [InlineData("imap://jane:secret@mail.example.com", "mail.example.com:143")]
    [InlineData("mail.example.com:8993", "imaps://mail.example.com:8993")]
    [InlineData("mail.example.com:1143", "imap://mail.example.com:1143")]
    [InlineData("mail.example.com:10995", "pop3s://mail.example.com:10995")]
    [InlineData("mail.example.com:2587", "submission://mail.example.com:2587")]
    [InlineData("mail.example.com:2525", "submission://mail.example.com:2525")]
    [InlineData("mail.example.com:25", "submission://mail.example.com:25")]
    [InlineData("imap.example.com:12345", "imaps://imap.example.com:12345")]
    [InlineData("pop.example.com:12345", "pop3s://pop.example.com:12345")]
    [InlineData("smtp.example.com:12345", "submissions://smtp.example.com:12345")]
    [InlineData("192.0.2.1:8993", "imaps://192.0.2.1:8993")]
    [InlineData("[2001:db8::1]:8993", "imaps://[2001:db8::1]:8993")]
    [InlineData("<[2001:db8::1]:1110>", "pop3://[2001:db8::1]:1110")]
    [InlineData("mail.example.com:8443", "mail.example.com")]
    [InlineData("Server: mail.example.com Port 993", "mail.example.com:993")]
    [InlineData("Server: mail.example.com, Port: 8995, SSL/TLS", "pop3s://mail.example.com:8995")]
    [InlineData("Posteingangsserver (IMAP): mail.example.com\nPort: 12345\nSTARTTLS", "imap://mail.example.com:12345")]
    [InlineData("Incoming server mail.example.com:12345 (POP3, SSL)", "pop3s://mail.example.com:12345")]
    [InlineData("serveur entrant : mail.example.com, port n° 993", "mail.example.com:993")]
    [InlineData("servidor de correo entrante: mail.example.com, puerto 993", "mail.example.com:993")]
    [InlineData("server di posta in arrivo mail.example.com porta 995", "mail.example.com:995")]
    [InlineData("inkomende server mail.example.com poort 143", "mail.example.com:143")]
    [InlineData("сервер: mail.example.com порт: 993", "mail.example.com:993")]
    [InlineData("サーバー mail.example.com ポート：993", "mail.example.com:993")]
    [InlineData("example.com 993", "example.com:993")]
    [InlineData("mail.example.com / 587", "mail.example.com:587")]
    [InlineData("please check my mail server mail.example.com:8993 thanks", "imaps://mail.example.com:8993")]
    [InlineData("jane@example.com Port 993", "jane@example.com")]
    public void What_had_to_be_cut_or_put_right_is_to_be_confirmed(string pasted, string meant)
    {
        var reading = PasteReader.Read(pasted);
        Assert.Equal((meant, null, true), (reading.Subject?.Text, reading.Fault, reading.IsGuess));
    }

    [Theory]
    [InlineData("mail.example.com:12345")]
    [InlineData("Server mail.example.com, Port 12345")]
    [InlineData("IMAP or POP3: mail.example.com:12345")]
    public void A_port_that_says_nothing_of_its_protocol_is_asked_about(string pasted)
    {
        var reading = PasteReader.Read(pasted);
        Assert.Equal(PasteFault.ProtocolMissing, reading.Fault);
        Assert.Equal(["imaps://mail.example.com:12345", "pop3s://mail.example.com:12345", "submissions://mail.example.com:12345"], reading.Subjects.Select(x => x.Text));
    }

    [Theory]
    [InlineData("imap.example.com Port 993\nsmtp.example.com Port 465", "imap.example.com:993", "smtp.example.com:465")]
    [InlineData("imap.example.com:8993; smtp.example.com:8587", "imaps://imap.example.com:8993", "submission://smtp.example.com:8587")]
    public void Of_several_servers_each_has_its_own_port(string pasted, params string[] meant)
    {
        var reading = PasteReader.Read(pasted);
        Assert.Equal(PasteFault.Several, reading.Fault);
        Assert.Equal(meant, reading.Subjects.Select(x => x.Text));
    }

    [Theory]
    [InlineData("", PasteFault.Empty)]
    [InlineData(" \u200B<> ", PasteFault.Empty)]
    [InlineData("jane", PasteFault.DomainMissing)]
    [InlineData("jane.", PasteFault.DomainMissing)]
    [InlineData("jane@", PasteFault.DomainMissing)]
    [InlineData("jane@example", PasteFault.EndingMissing)]
    [InlineData("jane@@example.com", PasteFault.SeveralAts)]
    [InlineData("jane@home@example.com", PasteFault.SeveralAts)]
    [InlineData("j***@example.com", PasteFault.Masked)]
    [InlineData("jane@192.0.2.1", PasteFault.Unreadable)]
    [InlineData("how are you", PasteFault.Unreadable)]
    [InlineData("993", PasteFault.Unreadable)]
    [InlineData("jane@example.com, joe@example.com", PasteFault.Several)]
    [InlineData("Jane <jane@example.com>; Joe <joe@example.com>", PasteFault.Several)]
    [InlineData("imap.example.com\nsmtp.example.com", PasteFault.Several)]
    public void Why_it_cannot_be_checked_is_told(string pasted, PasteFault fault)
    {
        var reading = PasteReader.Read(pasted);
        Assert.Equal((null, fault), (reading.Subject, reading.Fault));
        Assert.Equal(fault == PasteFault.Several, reading.Subjects.Count > 1);
    }

    [Theory]
    [InlineData("ja(n)e@example.com", "()")]
    [InlineData("jane@exa_mple.com", "_")]
    [InlineData("mail_server.example.com", "_")]
    [InlineData("jane@exam&&ple.com", "&")]
    public void What_to_cut_is_named(string pasted, string unfit)
    {
        var reading = PasteReader.Read(pasted);
        Assert.Equal((PasteFault.UnfitCharacter, unfit), (reading.Fault, reading.Unfit));
    }

    [Theory]
    [InlineData("jane@gmial.com", "jane@gmail.com")]
    [InlineData("Jane <jane@gmail.con>", "jane@gmail.com")]
    [InlineData("jane@gmail", "jane@gmail.com")]
    [InlineData("hotmial.com", "hotmail.com")]
    [InlineData("imap.gmial.com:993", "imap.gmail.com:993")]
    [InlineData("jane@gmail.com", null)]
    [InlineData("jane@example", null)]
    [InlineData("jane@example.com", null)]
    public void A_likely_misspelling_is_told_with_what_is_likely_meant(string pasted, string? meant) =>
        Assert.Equal(meant, PasteReader.Read(pasted).Instead?.Text);

    [Fact]
    public void A_list_names_each_once_in_its_order() => Assert.Equal(
        ["b@example.com", "a@example.com"],
        PasteReader.Read("b@example.com\r\nA <a@example.com>, b@EXAMPLE.com | www.example.com").Subjects.Select(x => x.Text));

    [Fact]
    public void A_book_is_not_read() =>
        Assert.Equal(PasteFault.TooLong, PasteReader.Read(new string('a', PasteReader.LongestText + 1)).Fault);

    [Fact]
    public void Whatever_is_pasted_is_read_and_what_was_understood_is_understood_again() =>
        Gen.OneOf(Characters, Pieces, Gen.String).Sample(text =>
        {
            var reading = PasteReader.Read(text);
            Assert.Equal(reading.Fault is null, reading.Subject is not null);
            Assert.All(reading.Subjects.Append(reading.Instead).OfType<PastedSubject>(), subject =>
            {
                var again = PasteReader.Read(subject.Text);
                Assert.Equal((subject, null, false), (again.Subject, again.Fault, again.IsGuess));
            });
        });

    private static Gen<string> Characters => Gen.String[Gen.Char["ab.@-_:/<>[](){}\"',;|%*#? \n\u00A0\u200Bü＠。1:"], 0, 40];

    private static Gen<string> Pieces => Gen.Int[0, Some.Length - 1].Array[0, 9].Select(x => string.Concat(x.Select(i => Some[i])));
}
