using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Console;
using ProtocolAdvisor.Web.Tests.Hosting;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Tests.Console;

/// <summary>What the report's page is made of, without a page.</summary>
public sealed class ReportPageTests
{
    private const string Link = "https://advisor.example/reports/abc";

    public static TheoryData<string> Runs => [.. GoldenRuns.Names];

    [Theory]
    [MemberData(nameof(Runs))]
    public void Every_report_has_its_six_tiles_and_each_that_leads_somewhere_has_something_to_show(string name)
    {
        foreach (var language in Language.All)
        {
            var report = GoldenRuns.Read(name).Report(language);
            var tiles = new ReportTiles(report, mayAssess: true, language).All();
            Assert.Equal([Glyph.Tray, Glyph.Fetch, Glyph.Send, Glyph.Key, Glyph.File, Glyph.Box], tiles.Select(x => x.Glyph));
            Assert.All(tiles, x => Assert.NotEmpty(x.Word));
            Assert.Equal(report.Mailbox is not null, tiles[5].Target == "#mailbox");
            if (report.Summary.State == SummaryState.Works) Assert.DoesNotContain(tiles.Where(x => x.Glyph == Glyph.Key), x => x.Light is Light.Bad or Light.Mend);
        }
    }

    [Fact]
    public void No_tile_calls_a_mailbox_well_that_does_not_open()
    {
        var tiles = new ReportTiles(GoldenRuns.Read("mailbox-refused-behind-the-sign-in").Report(Language.English), mayAssess: true, Language.English).All();
        Assert.Equal([("IMAP", "answers"), ("Mailbox", "does not open")], tiles.Where(x => x.Glyph is Glyph.Tray or Glyph.Box).Select(x => (x.Name, x.Word)));
        Assert.Equal(Light.Bad, tiles[5].Light);
    }

    [Theory]
    [InlineData(10, 1_000, Light.Bad, "1,000 of 1,000 messages", "1.000 von 1.000 Nachrichten")]
    [InlineData(10, 850, Light.Mend, "850 of 1,000 messages", "850 von 1.000 Nachrichten")]
    [InlineData(95, 900, Light.Bad, "95\u00A0% of 100\u00A0MB", "95\u00A0% von 100\u00A0MB")]
    [InlineData(10, null, Light.Good, "10\u00A0% of 100\u00A0MB", "10\u00A0% von 100\u00A0MB")]
    public void The_tile_of_the_mailbox_tells_the_fuller_quota(int percentOfSpace, int? messages, Light light, string english, string german)
    {
        var run = GoldenRuns.Read("company-with-folders");
        var imap = run.Facts.Imap! with { Quota = new(percentOfSpace * 1_000_000L, 100_000_000), MessageQuota = messages is { } used ? new(used, 1_000) : null };
        foreach (var (language, value) in new[] { (Language.English, english), (Language.German, german) })
        {
            var report = (run with { Facts = run.Facts with { Imap = imap } }).Report(language);
            var tile = new ReportTiles(report, mayAssess: true, language).All()[5];
            Assert.Equal((light, value), (tile.Light, tile.Value));
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_customer_gets_the_answer_what_he_must_do_and_the_link_in_a_mail_that_every_program_takes(string name)
    {
        foreach (var language in Language.All)
        {
            var report = GoldenRuns.Read(name).Report(language);
            var (text, mail) = CustomerLetter.Of(report, Link, language);
            Assert.StartsWith($"{report.Summary.Headline}.", text, StringComparison.Ordinal);
            Assert.EndsWith($"{Link}\n", text, StringComparison.Ordinal);
            Assert.All(ToDo.Of(report).Must, x => Assert.Contains(x[0].Remedy, text, StringComparison.Ordinal));
            if (report.Settings is { } settings) Assert.Contains(settings.Best.Endpoint.Host.Value, text, StringComparison.Ordinal);
            Assert.InRange(mail.Length, 1, 1_900);
            Assert.StartsWith("mailto:?subject=", mail, StringComparison.Ordinal);
            Assert.EndsWith(Uri.EscapeDataString(Link), mail, StringComparison.Ordinal);
            Assert.DoesNotContain("%0A%0A", mail.Replace("%0D%0A", "%0D", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0, "0%")]
    [InlineData(1, "0.5%")]
    [InlineData(100, "20%")]
    [InlineData(1_000_000, "100%")]
    public void Times_stand_on_one_scale_from_hundredths_of_a_second_to_hours(double ms, string place) => Assert.Equal(place, new LogScale(1_000_000).At(ms));

    [Fact]
    public void Steps_stand_where_they_began_and_those_of_older_runs_one_behind_the_other()
    {
        StepResult[] steps =
        [
            new(MailStep.Resolve, StepOutcome.Completed, 5), new(MailStep.Connect, StepOutcome.Completed, 10) { StartedMs = 105 },
            new(MailStep.SignIn, StepOutcome.Completed, 20) { StartedMs = 400 }, new(MailStep.Measure, StepOutcome.NotAttempted),
        ];
        var endpoint = GoldenRuns.Read("company-with-folders").Report(Language.English).Endpoints[0] with { Steps = steps };
        Assert.Equal([100, 105, 400], StepTimes.Of(endpoint).Select(x => x.From));
        Assert.Equal([0, 5, 15], StepTimes.Of(endpoint with { Steps = [.. steps.Select(x => x with { StartedMs = null })] }).Select(x => x.From));
        Assert.Equal(420, StepTimes.End([endpoint]));
        Assert.Equal([100, 200, 300, 400], StepTimes.Ticks(420));
    }

    [Fact]
    public void Every_picture_is_drawn_and_within_its_field() => Assert.All(Glyphs.All, x =>
    {
        Assert.NotEmpty(x.Path);
        Assert.Matches("^M[-0-9a-zA-Z. ]+$", x.Path);
    });

    [Fact]
    public void A_line_by_its_name_replaces_the_own_one_and_leaves_the_other_answers()
    {
        var usage = GoldenRuns.Read("company-with-folders").Usage with { Link = new(1, 2, 3) };
        var query = UsageForm.Query(usage, UsualLines.Answers(UsualLine.Dsl));
        Assert.Contains("usage.link.roundTripMs=30&usage.link.downMbit=16&usage.link.upMbit=2.4", query, StringComparison.Ordinal);
        Assert.Contains($"usage.devices={usage.Devices}", query, StringComparison.Ordinal);
        Assert.DoesNotContain("usage.link", UsageForm.Query(usage, UsualLines.NoAnswers), StringComparison.Ordinal);
        Assert.Contains("usage.link.downMbit=2&", UsageForm.Query(usage, new Dictionary<string, string>()), StringComparison.Ordinal);
    }
}
