using System.Globalization;
using System.Text;
using System.Text.Json;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Providers;

namespace ProtocolAdvisor.Tests.Providers;

/// <summary>The data that ships: whole, sourced, and nobody's mark is another's.</summary>
public class ProviderDataTests
{
    /// <summary>Whoever shares servers with another is told apart by weaker marks; everybody else has his own.</summary>
    private static readonly string[][] Families = [["gmail", "google-workspace"], ["outlook-com", "microsoft-365"]];

    private static IReadOnlyList<Provider> All => ProviderCatalogue.Official;

    public static TheoryData<string> Keys => [.. All.Select(x => x.Key)];

    [Theory]
    [InlineData("""{ "providers": [{ "key": "a", "name": "A" }] }""")]
    [InlineData("""{ "providers": [{ "key": "a", "name": "A", "marks": [], "colour": "red" }] }""")]
    [InlineData("""{ "providers": [{ "key": "a", "name": null, "marks": [] }] }""")]
    [InlineData("""{ "providers": [{ "key": "a", "name": "A", "marks": [{ "kind": "MailHost", "values": [], "source": "https://a.example", "checked": "2026-11-27" }] }] }""")]
    [InlineData("""{ "providers": [{ "key": "a", "name": "A", "marks": [{ "kind": "mailHost", "values": [], "source": "https://a.example" }] }] }""")]
    [InlineData("null")]
    public void A_list_that_is_not_whole_is_not_read(string json) => Assert.Throws<JsonException>(() => ProviderCatalogue.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Every_provider_of_the_plan_is_there() => Assert.Superset(
        """
            gmail google-workspace outlook-com microsoft-365 yahoo aol icloud fastmail zoho gmx web-de t-online ionos strato freenet mailbox-org posteo
            mail-ru yandex netease qq naver proton tuta ovh gandi infomaniak orange-fr free-fr libero seznam comcast hostinger one-com
            """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(),
        All.Select(x => x.Key).ToHashSet());

    [Fact]
    public void Keys_and_names_are_given_once()
    {
        Assert.Equal(All.Count, All.Select(x => x.Key).Distinct().Count());
        Assert.Equal(All.Count, All.Select(x => x.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_fact_has_a_source_and_a_day_that_was(string key) => Assert.All(Of(key).Facts, fact =>
    {
        Assert.Equal(Uri.UriSchemeHttps, fact.Source.Scheme);
        Assert.Empty(fact.Source.UserInfo);
        Assert.InRange(fact.Checked, new DateOnly(2026, 11, 1), DateOnly.FromDateTime(DateTime.UtcNow));
    });

    [Theory]
    [MemberData(nameof(Keys))]
    public void Addresses_that_people_are_sent_to_are_encrypted(string key) => Assert.All(
        [.. Of(key).AppPasswordPages.Select(x => x.Address), .. Of(key).Switches.Select(x => x.Address), Of(key).StandardAccess?.Address],
        address => Assert.True(address is null || (address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttps), address?.ToString()));

    [Theory]
    [MemberData(nameof(Keys))]
    public void Each_is_recognised_by_each_of_its_marks(string key) => Assert.All(
        from mark in Of(key).Marks from value in mark.Values select (mark.Kind, value),
        x => Assert.Contains(key, Named(ProviderRecognition.Of(Clues(x.Kind, Example(x.Kind, x.value))))));

    [Theory]
    [MemberData(nameof(Keys))]
    public void Nobody_is_recognised_by_a_name_that_only_looks_like_his(string key) => Assert.All(
        from mark in Of(key).Marks
        where mark.Kind is MarkKind.MailHost or MarkKind.MailExchanger or MarkKind.Domain or MarkKind.DomainSuffix or MarkKind.Issuer
        from value in mark.Values
        from looksLike in new[] { $"not{value}", $"{value}.evil.example", $"mx.{value}.evil.example", value.Replace('.', '-') + ".example" }
        select (mark.Kind, value, looksLike),
        x => Assert.Null(ProviderRecognition.Of(Clues(x.Kind, x.looksLike))));

    [Fact]
    public void No_mark_of_one_recognises_anothers_servers() => Assert.Empty(
        from one in All
        from other in All
        where one.Key != other.Key && !Families.Any(family => family.Contains(one.Key) && family.Contains(other.Key))
        from mark in one.Marks
        from value in mark.Values
        let seen = ProviderRecognition.Of(Clues(mark.Kind, Example(mark.Kind, value)), [other])
        where seen is not null
        select $"{one.Key}: {value} is {other.Key}'s {seen.Evidence.Mark}, too");

    [Fact]
    public void Within_a_family_only_the_same_marks_are_shared() => Assert.Empty(
        from family in Families
        from one in family.Select(Of)
        from other in family.Select(Of)
        where one.Key != other.Key
        from mark in one.Marks
        from value in mark.Values
        let seen = ProviderRecognition.Of(Clues(mark.Kind, Example(mark.Kind, value)), [other])
        where seen is not null && seen.Evidence.Mark != value
        select $"{one.Key}: {value} is below {other.Key}'s {seen.Evidence.Mark}");

    [Theory]
    [InlineData("2026-11-27", "2026-11-27", 0, false)]
    [InlineData("2026-11-27", "2026-11-01", 0, false)]
    [InlineData("2026-11-27", "2028-01-01", 400, false)]
    [InlineData("2026-11-27", "2028-01-02", 401, true)]
    public void A_fact_tells_its_age(string seen, string day, int days, bool old)
    {
        var fact = new ClientIdFact { Source = new Uri("https://a.example"), Checked = Day(seen) };
        Assert.Equal(days, fact.AgeInDays(Day(day)));
        Assert.Equal(old, fact.IsOld(Day(day)));
    }

    private static Provider Of(string key) => All.Single(x => x.Key == key);

    private static string[] Named(ProviderMatch? match) => match is null ? [] : Families.FirstOrDefault(x => x.Contains(match.Provider.Key)) ?? [match.Provider.Key];

    private static string Example(MarkKind kind, string value) => kind == MarkKind.DomainSuffix ? $"contoso.{value}" : value;

    private static ProviderClues Clues(MarkKind kind, string value) => kind switch
    {
        MarkKind.MailHost => new() { MailHosts = [HostName.Parse(value)] },
        MarkKind.CertificateName => new() { CertificateNames = [value] },
        MarkKind.MailExchanger => new() { MailExchangers = [HostName.Parse(value)] },
        MarkKind.Issuer => new() { Issuers = [value] },
        MarkKind.CatalogueId => new() { CatalogueIds = [value] },
        MarkKind.Domain or MarkKind.DomainSuffix => new() { Domain = HostName.Parse(value) },
        MarkKind.Greeting => new() { Greetings = [$"* OK {value} 192.0.2.1"] },
    };

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
