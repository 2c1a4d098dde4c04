using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Recommendations;

public sealed class RecommendationTests(SharedAdvisor shared) : IClassFixture<SharedAdvisor>
{
    private static readonly string[] EntryMembers = ["code", "severity", "title", "meaning", "remedy"];

    [Fact]
    public async Task One_device_and_speed_means_pop3_with_a_backup()
    {
        var answer = await shared.Advisor.PostAsync(
            "/v1/recommendations",
            """{"usage":{"devices":1,"people":1,"webmail":false,"priority":"speed","backup":"none"},"facts":{"imap":{"usable":true},"pop3":{"usable":true,"uidl":true}}}""");
        Assert.Equal(200, answer.Status);
        Assert.Equal(["adviceVersion", "recommendation", "forecast"], answer.Json.AsObject().Select(x => x.Key));
        var advice = answer.Json["recommendation"]!;
        Assert.Equal(["protocol", "confidence", "surer", "headline", "endpoint", "plan", "reasons", "changesIf", "outgoing"], advice.AsObject().Select(x => x.Key));
        Assert.Equal("pop3", (string?)advice["protocol"]);
        Assert.Equal("P7D", (string?)advice["plan"]!["backup"]!["every"]);
        Assert.Equal(14, (int?)advice["plan"]!["leaveOnServer"]!["days"]);
        Assert.Contains(advice["changesIf"]!.AsArray(), x => x!["change"]!.ToJsonString() == """{"devices":2}""" && (string?)x["protocol"] == "imap");
        Assert.Contains(advice["changesIf"]!.AsArray(), x => x!["change"]!.ToJsonString() == """{"webmail":true}""");
        Assert.Contains(advice["changesIf"]!.AsArray(), x => x!["change"]!.ToJsonString() == """{"priority":"flexibility"}""");
    }

    [Fact]
    public async Task Facts_of_a_mailbox_and_a_line_give_a_forecast()
    {
        const string body = """
            { "usage": { "newMessagesPerDay": 20, "link": { "roundTripMs": 100, "downMbit": 20 } },
              "facts": { "imap": { "messages": 1900, "bytes": 70000000, "inboxMessages": 1900, "inboxBytes": 70000000, "folders": 1,
                                   "downMbit": 50, "connectRoundTrips": 3, "signInServerMs": 12, "commandServerMs": 1 },
                         "pop3": { "messages": 1900, "bytes": 70000000, "pipelining": true,
                                   "downMbit": 50, "connectRoundTrips": 4, "signInServerMs": 12, "commandServerMs": 1 } } }
            """;
        var answer = await shared.Advisor.PostAsync("/v1/recommendations", body);
        Assert.Equal(200, answer.Status);
        var forecast = answer.Json["forecast"]!;
        Assert.Equal("""{"roundTripMs":100,"downMbit":20,"basis":"given","roundTripBasis":"given","downMbitBasis":"given"}""", forecast["link"]!.ToJsonString());
        Assert.Equal(
            ["firstSync", "firstUsable", "checkNothingNew", "checkNewMail", "openLargeMessage", "openOldMessage"], forecast["tasks"]!.AsArray().Select(x => (string?)x!["task"]));
        var sync = forecast["tasks"]![0]!;
        Assert.Equal("modelled", (string?)sync["basis"]);
        Assert.InRange((double)sync["imapMs"]!, 29_000, 33_000);
        Assert.InRange((double)sync["pop3Ms"]!, 29_000, 33_000);
    }

    [Theory]
    [InlineData("""{"imap":{"usable":true,"signIn":"rejected"},"pop3":{"usable":true,"signIn":"rejected"}}""", "Sign-in was refused")]
    [InlineData("""{"imap":{"usable":true,"signIn":"unanswered"},"pop3":{"usable":false}}""", "Sign-in was not answered")]
    [InlineData("""{"imap":{"usable":true,"signIn":"accepted","mailboxOpens":false},"pop3":{"usable":false}}""", "The mailbox cannot be opened")]
    [InlineData("""{"imap":{"usable":true,"signIn":"accepted"},"pop3":{"usable":true,"signIn":"rejected"}}""", "Use IMAP")]
    [InlineData("""{"imap":{"usable":true},"pop3":{"usable":true}}""", "Use IMAP")]
    [InlineData("""{"imap":{"usable":false},"pop3":{"usable":false}}""", "Neither IMAP nor POP3 can be recommended")]
    public async Task The_headline_says_what_is_told_of_the_sign_in(string facts, string headline)
    {
        var answer = await shared.Advisor.PostAsync("/v1/recommendations", $$$"""{"usage":{"devices":2},"facts":{{{facts}}}}""");
        Assert.Equal(headline, (string?)answer.Json["recommendation"]!["headline"]);
    }

    [Fact]
    public async Task Who_has_to_move_is_told_how_with_the_figures_that_were_told()
    {
        const string body = """
            { "usage": { "today": "imap", "devices": 1, "people": 1, "webmail": false, "serverFolders": false, "priority": "speed", "backup": "none" },
              "facts": { "imap": { "usable": true, "messages": 1500, "bytes": 90000000, "inboxMessages": 1000, "inboxBytes": 70000000, "folders": 4, "filledFolders": 3,
                                   "largestFolders": [ { "role": "inbox", "messages": 1000, "bytes": 70000000 }, { "role": "sent", "messages": 400, "bytes": 15000000 }, { "role": "other", "messages": 100, "bytes": null } ] },
                         "pop3": { "usable": true, "uidl": true, "messages": 1000, "bytes": 70000000 } } }
            """;
        var plan = (await shared.Advisor.PostAsync("/v1/recommendations", body)).Json["recommendation"]!["plan"]!;
        var steps = plan["migration"]!.AsArray();
        Assert.Equal(["see-what-stays", "bring-along", "backup", "add-pop3", "leave-on-server", "check-fetched", "remove-imap"], steps.Select(x => (string?)x!["code"]));
        Assert.Equal("""{"messages":500,"bytes":20000000,"folders":2}""", steps[0]!["figure"]!.ToJsonString());
        Assert.Equal(["Sent: 400 messages (15\u00A0MB)", "1 other folder: 100 messages"], steps[0]!["folders"]!.AsArray().Select(x => (string?)x!["text"]));
        Assert.Empty(plan["steps"]!.AsArray());
        Assert.Equal("P7D", (string?)plan["backup"]!["every"]);
    }

    [Theory]
    [InlineData("null", "imap", 0)]
    [InlineData("\"none\"", "imap", 0)]
    [InlineData("\"imap\"", "imap", 0)]
    [InlineData("\"pop3\"", "imap", 8)]
    public async Task Who_need_not_move_is_told_no_steps(string today, string protocol, int steps)
    {
        var advice = (await shared.Advisor.PostAsync("/v1/recommendations", """{"usage":{"today":?,"devices":2,"link":{"upMbit":2.5}}}""".Replace("?", today, StringComparison.Ordinal))).Json["recommendation"]!;
        Assert.Equal((protocol, steps), ((string?)advice["protocol"], advice["plan"]!["migration"]!.AsArray().Count));
        if (steps > 0) Assert.Contains(advice["plan"]!["migration"]!.AsArray(), x => x!["figure"]!.ToJsonString() == """{"upMbit":2.5,"secondsPerGigabyte":3341}""");
    }

    [Theory]
    [InlineData("""{"usage":{"today":"jmap"}}""", "$.usage.today")]
    [InlineData("""{"usage":{"link":{"upMbit":0}}}""", "$.usage.link.upMbit up-mbit-out-of-range")]
    [InlineData("""{"facts":{"imap":{"largestFolders":[{"role":"sent","messages":-1,"bytes":1}]}}}""", "$.facts.imap.largestFolders[0].messages amount-out-of-range")]
    [InlineData("""{"facts":{"imap":{"largestFolders":[{"role":"sent","messages":1,"bytes":9223372036854775807}]}}}""", "$.facts.imap.largestFolders[0].bytes amount-out-of-range")]
    public async Task What_cannot_be_so_is_refused(string body, string error)
    {
        var answer = await shared.Advisor.PostAsync("/v1/recommendations", body);
        Assert.Equal(400, answer.Status);
        Assert.StartsWith(error, Assert.Single(answer.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_known_means_imap_with_low_confidence()
    {
        var advice = (await shared.Advisor.PostAsync("/v1/recommendations", "{}")).Json["recommendation"]!;
        Assert.Equal(("imap", "low"), ((string?)advice["protocol"], (string?)advice["confidence"]));
        Assert.Null(advice["plan"]!["backup"]);
        Assert.False((bool?)advice["plan"]!["archive"]!["needed"]);
    }

    [Fact]
    public async Task Two_devices_mean_imap_for_a_reason_with_words_and_evidence()
    {
        var advice = (await shared.Advisor.PostAsync("/v1/recommendations", """{"usage":{"devices":3}}""")).Json["recommendation"]!;
        var reason = advice["reasons"]!.AsArray().Single(x => (string?)x!["code"] == "multi-device")!;
        Assert.Equal("imap", (string?)reason["favours"]);
        Assert.NotEmpty((string)reason["text"]!);
        Assert.Equal("usage.devices=3", (string?)reason["evidence"]![0]);
    }

    [Fact]
    public async Task Even_the_largest_and_smallest_amounts_are_judged()
    {
        const string facts = """{"imap":{"usable":true,"quota":{"usedBytes":1125899906842624,"limitBytes":0},"growthBytesPerMonth":0,"messages":0,"bytes":1125899906842624,"inboxMessages":0,"inboxBytes":0,"folders":2147483647,"filledFolders":2147483647,"roundTripMs":60000,"largeMessageBytes":1125899906842624,"connectRoundTrips":1000,"commandServerMs":60000,"downMbit":0.001},"pop3":{"usable":true,"expireDays":0,"loginDelaySeconds":0,"messages":1125899906842624,"bytes":1125899906842624,"pipelining":false,"roundTripMs":0}}""";
        foreach (var quota in new[] { facts, facts.Replace("\"limitBytes\":0", "\"limitBytes\":1", StringComparison.Ordinal), facts.Replace("\"growthBytesPerMonth\":0", "\"growthBytesPerMonth\":1125899906842624", StringComparison.Ordinal) })
            Assert.Equal(200, (await shared.Advisor.PostAsync("/v1/recommendations", $$"""{"facts":{{quota}}}""")).Status);
    }

    [Fact]
    public async Task The_catalogue_has_words_for_every_finding()
    {
        var entries = (await shared.Advisor.SendAsync(HttpMethod.Get, "/v1/findings")).Json["findings"]!.AsArray();
        Assert.Equal(Enum.GetValues<ProtocolAdvisor.Findings.FindingCode>().Length, entries.Count);
        Assert.All(entries, x => Assert.All(EntryMembers, member => Assert.NotEmpty((string)x![member]!)));
        Assert.Contains(entries, x => (string?)x!["code"] == "cert-expired" && (string?)x["severity"] == "blocking");
    }
}
