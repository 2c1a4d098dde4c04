using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Words;

/// <summary>The table of terms: every language names every thing once, uses its word, and knows the wrong ones.</summary>
public class TermTests
{
    public static TheoryData<Language> EveryLanguage => [.. Language.All];

    [Theory]
    [MemberData(nameof(EveryLanguage))]
    public void Every_thing_has_one_word_and_somebody_says_it(Language language)
    {
        var terms = LanguageTerms.Of(language);
        Assert.Equal(Enum.GetValues<Thing>(), terms.Select(x => x.Thing).Order());
        var said = string.Join('\n', language.Tables.Values.SelectMany(x => WordTable.Sentences(x()).Values));
        Assert.All(terms, x => Assert.Contains(x.Word, said, StringComparison.OrdinalIgnoreCase));
        Assert.All(terms, x => Assert.Empty(terms.SelectMany(other => other.WrongIn(x.Word))));
    }

    [Theory]
    [InlineData("en", "Log in with your email address.", "Log in", "email")]
    [InlineData("en", "The login of this mail address.", "login", "mail address")]
    [InlineData("en", "Your username, in the inbox of your mail client.", "inbox", "mail client", "username")]
    [InlineData("en", "Your e-mail address and user name for the sign-in, as in --username and https://login.example.com.")]
    [InlineData("en", "Mended, as far as can be found out: it reckoned with the abilities of your line, and was held back; run the test again.", "Mended", "be found out", "reckon", "abilities", "your line", "held back", "run the test again")]
    [InlineData("en", "Send us the quoted line, check again, and fix what could not be tested; we could not find out whether it is right.")]
    [InlineData("de", "Ratsam ist ein benutzbarer Server; die Leitung ließ sich nicht herausfinden, und wir haben uns zurückgehalten.", "Ratsam", "benutzbar", "Leitung", "herausfinden", "zurückgehalten")]
    [InlineData("de", "Login mit der Mailadresse", "Login", "Mailadresse")]
    [InlineData("de", "Kennwort und Nutzername der Mailbox", "Kennwort", "Mailbox", "Nutzername")]
    [InlineData("de", "Die Anmeldung mit der E-Mail-Adresse: „Login failed“")]
    public void A_wrong_word_is_seen_and_what_is_quoted_is_not(string tag, string sentence, params string[] wrong)
    {
        var seen = LanguageTerms.Of(Language.Tagged(tag)!).SelectMany(x => x.WrongIn(sentence)).Distinct();
        Assert.Equal(wrong.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }
}
