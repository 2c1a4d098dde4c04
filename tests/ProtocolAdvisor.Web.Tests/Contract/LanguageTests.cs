using System.Text.Json.Nodes;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Contract;

public sealed class LanguageTests(SharedAdvisor shared) : IClassFixture<SharedAdvisor>
{
    private static readonly (string Name, string Value) InGerman = ("Accept-Language", "de-AT, en;q=0.5");

    [Fact]
    public async Task The_catalogue_comes_in_the_language_asked_for_with_the_same_codes()
    {
        var english = await shared.Advisor.SendAsync(HttpMethod.Get, "/v1/findings");
        var german = await shared.Advisor.SendAsync(HttpMethod.Get, "/v1/findings", null, InGerman);
        Assert.Equal(("en", "de"), (LanguageOf(english), LanguageOf(german)));
        Assert.Equal("The certificate has expired", Title(english));
        Assert.Equal("Das Zertifikat ist abgelaufen", Title(german));
        Assert.Equal(Codes(english), Codes(german));

        static string? Title(Answer answer) =>
            (string?)answer.Json["findings"]!.AsArray().Single(x => (string?)x!["code"] == "cert-expired")!["title"];
        static IEnumerable<string> Codes(Answer answer) => answer.Json["findings"]!.AsArray().Select(x => $"{x!["code"]} {x["severity"]}");
    }

    [Fact]
    public async Task A_recommendation_is_said_in_the_language_asked_for()
    {
        var answer = await shared.Advisor.PostAsync(
            "/v1/recommendations", """{"usage":{"devices":1,"people":1,"webmail":false,"priority":"speed","backup":"none"},"facts":{"pop3":{"expireDays":3}}}""", InGerman);
        var advice = answer.Json["recommendation"]!;
        Assert.Equal("de", LanguageOf(answer));
        Assert.StartsWith("Verwenden Sie POP3 mit regelmäßiger", (string?)advice["headline"], StringComparison.Ordinal);
        Assert.StartsWith("Richten Sie eine Datensicherung ein, die mindestens alle 2 Tage läuft.", (string?)advice["plan"]!["backup"]!["text"], StringComparison.Ordinal);
        Assert.StartsWith("Windows: Schließen Sie", (string?)advice["plan"]!["backup"]!["how"]![0], StringComparison.Ordinal);
        Assert.Contains("noch 3 Tage auf dem Server", (string?)advice["plan"]!["leaveOnServer"]!["text"], StringComparison.Ordinal);
        Assert.StartsWith("Geschwindigkeit ist Ihnen am wichtigsten.", (string?)advice["reasons"]![0]!["text"], StringComparison.Ordinal);
        Assert.Contains("Bei zwei oder mehr Geräten würden wir IMAP empfehlen.", advice["changesIf"]!.AsArray().Select(x => (string?)x!["text"]));
    }

    [Fact]
    public async Task An_archive_is_told_with_its_bytes_and_its_sentence()
    {
        var plan = (await shared.Advisor.PostAsync(
            "/v1/recommendations", """{"usage":{"devices":2},"facts":{"imap":{"quota":{"usedBytes":900000000,"limitBytes":1000000000}}}}""")).Json["recommendation"]!["plan"]!;
        Assert.Equal(300_000_001, (long?)plan["archive"]!["bytesToFree"]);
        Assert.StartsWith("Now, move about 300\u00A0MB of old mail", (string?)plan["archive"]!["text"], StringComparison.Ordinal);
        Assert.Null(plan["backup"]);
    }

    [Theory]
    [InlineData("/v1/nowhere", "Nicht gefunden", "Unter dieser Adresse gibt es nichts.")]
    [InlineData("/v1/assessments/unknown", "Nicht gefunden", "Diesen Bericht gibt es nicht, oder er ist abgelaufen.")]
    [InlineData("/v1/recommendations", "Methode nicht erlaubt", "Diese Methode gibt es hier nicht.")]
    public async Task Refusals_speak_the_language_too(string path, string title, string detail)
    {
        var answer = await shared.Advisor.SendAsync(HttpMethod.Get, path, null, InGerman);
        Assert.Equal((title, detail, "de"), ((string?)answer.Json["title"], (string?)answer.Json["detail"], LanguageOf(answer)));
    }

    [Theory]
    [InlineData("{\"email\":\"a@example.com\",\"deadlineMs\":\"x\"}", "Erwartet wird hier eine ganze Zahl.", "A whole number is expected here.")]
    [InlineData("{\"email\":\"a@example.com\",\"usage\":{\"priority\":\"fun\"}}", "Erwartet wird hier einer dieser Werte: speed, flexibility.", "One of speed, flexibility is expected here.")]
    [InlineData("{\"server\":{\"host\":\"a.example\"},\"measurement\":{\"samples\":51}}", "Erwartet wird eine Zahl von 0 bis 50.", "A number from 0 to 50 is expected.")]
    [InlineData("{\"server\":{\"host\":\"a.example\"},\"usage\":{\"link\":{\"downMbit\":0}}}", "Erwartet wird eine Zahl von 0.001 bis 1000000.", "A number from 0.001 to 1000000 is expected.")]
    [InlineData("{\"server\":{\"host\":\"a.example\"},\"credentials\":{\"username\":\"\",\"password\":\"x\"}}", "Erwartet werden 1 bis 320 Zeichen.", "1 to 320 characters are expected.")]
    [InlineData("{", "Erwartet wird ein JSON-Objekt.", "One JSON object is expected.")]
    public async Task Wrong_members_are_explained_in_the_language(string body, string german, string english)
    {
        Assert.Equal(german, Detail(await shared.Advisor.PostAsync("/v1/assessments", body, InGerman)));
        Assert.Equal(english, Detail(await shared.Advisor.PostAsync("/v1/assessments", body)));

        static string? Detail(Answer answer) => (string?)answer.Json["errors"]!.AsArray().Single()!["detail"];
    }

    [Fact]
    public async Task A_stored_report_is_opened_in_either_language()
    {
        var english = await shared.Advisor.PostAsync("/v1/assessments", Requests.OfDeadServer);
        var path = english.Reply.Headers.Location!.ToString();
        var german = await shared.Advisor.SendAsync(HttpMethod.Get, path, null, InGerman);
        Assert.Equal(("en", "de"), (LanguageOf(english), LanguageOf(german)));
        Assert.Equal("Kein Mailserver antwortet", (string?)german.Json["summary"]!["headline"]);
        Assert.Equal("Was es ist", (string?)german.Json["comparison"]![0]!["topic"]);
        Assert.Equal("Auf diesem Port antwortet nichts", (string?)german.Json["findings"]![0]!["title"]);
        Assert.Equal(WithoutWords(english.Json).ToJsonString(), WithoutWords(german.Json).ToJsonString());
        Assert.Equal(english.Text, (await shared.Advisor.SendAsync(HttpMethod.Get, path)).Text);
    }

    [Fact]
    public async Task Streamed_events_are_told_in_the_language()
    {
        var answer = await shared.Advisor.PostAsync("/v1/assessments/stream", Requests.OfDeadServer, InGerman);
        Assert.Equal("de", LanguageOf(answer));
        Assert.Equal(3, answer.Text.Split("\"headline\":\"Kein Mailserver antwortet\"").Length - 1);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/openapi.json")]
    public async Task What_does_not_speak_to_people_names_no_language(string path) =>
        Assert.Empty((await shared.Advisor.SendAsync(HttpMethod.Get, path, null, InGerman)).Reply.Content.Headers.ContentLanguage);

    private static string LanguageOf(Answer answer)
    {
        Assert.Equal(["Accept-Language"], answer.Reply.Headers.Vary);
        return Assert.Single(answer.Reply.Content.Headers.ContentLanguage);
    }

    private static JsonNode WithoutWords(JsonNode report)
    {
        foreach (var parent in new[] { report["recommendation"]!, report["summary"]! }.Concat(report["recommendation"]!["reasons"]!.AsArray()!)
            .Concat(report["recommendation"]!["changesIf"]!.AsArray()!).Concat(report["comparison"]!.AsArray()!).Concat(report["findings"]!.AsArray()!))
            foreach (var word in new[] { "headline", "lines", "text", "topic", "pop3", "imap", "forYou", "title", "meaning", "remedy" })
                parent!.AsObject().Remove(word);
        return report;
    }
}
