using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Advice;

/// <summary>The least and the most that the contract lets a caller tell, in every mixture: an answer that can be written, and sentences that can be believed.</summary>
public partial class ExtremeFactsTests
{
    private static readonly object[] Amounts = [0L, 1L, 10_000_000L, 1L << 50];

    private static readonly Gen<Usage> Usage = Gen.Select(AdviceGen.Usage, Gen.Bool, Gen.Int[0, 2], (usage, busy, link) => usage with
    {
        NewMessagesPerDay = busy ? 1_000_000 : usage.NewMessagesPerDay,
        Link = link switch { 0 => new UserLink(0, 1_000_000), 1 => new UserLink(60_000, 0.001), _ => null },
    });

    private static readonly Gen<Quota> Quotas = Gen.Int[0, 3].Array[2].Select(x => new Quota((long)Amounts[x[0]], (long)Amounts[x[1]]));

    private static readonly Gen<ImapKnowledge> Imap = Gen.Select(
        Filled<ImapKnowledge>(), Filled<ServerLine>(), Filled<ImapMailbox>(), Quotas, (side, server, mailbox, quota) => side with { Server = server, Mailbox = mailbox with { Quota = quota } });

    private static readonly Gen<Pop3Knowledge> Pop3 = Gen.Select(
        Filled<Pop3Knowledge>(), Filled<ServerLine>(), Filled<Pop3Maildrop>(), (side, server, maildrop) => side with { Server = server, Maildrop = maildrop });

    private static readonly Gen<KnownFacts> Facts = Gen.Select(Imap, Pop3, Gen.Int[0, 3], (imap, pop3, sides) => new KnownFacts
    {
        Imap = sides == 0 ? null : imap,
        Pop3 = sides == 1 ? null : pop3,
        AsOf = Known.AsOf,
    });

    [Fact]
    public void Whatever_is_told_the_answer_can_be_written_and_believed() => Gen.Select(Usage, Facts, Gen.OneOf<Language>([.. Language.All])).Sample(
        (usage, facts, language) =>
        {
            var forecast = Advisor.ForecastFor(usage, facts);
            var advice = Advisor.Advise(usage, facts, forecast);
            var report = RecommendationReport.From(advice, null, language);
            string?[] said =
            [
                report.Headline, report.Plan.Backup?.Text, report.Plan.LeaveOnServer?.Text, report.Plan.Archive.Text,
                .. report.Reasons.Select(x => x.Text),
                .. Comparison.Of(usage, facts, advice, Advisor.ForecastFor(usage, facts)).Select(x => x.ForYou is { } note ? ComparisonWords.In(language).Text(note) : null),
            ];
            var written = JsonSerializer.Serialize(ForecastReport.From(forecast), WireJson.Options);
            return !written.Contains(":-", StringComparison.Ordinal) && !written.Contains("\"downMbit\":0,", StringComparison.Ordinal)
                && !Array.Exists(said, x => x is not null && Unbelievable().IsMatch(x));
        },
        iter: 5_000,
        print: x => Json.Of(x.Item1) + Json.Of(x.Item2));

    // Every settable number and answer of the contract, found by reflection so that a new one cannot be forgotten here; now and then it is not told.
    private static Gen<T> Filled<T>()
        where T : class, new()
    {
        var members = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(x => x.CanWrite && ValuesOf(x) is not null).ToArray();
        return Gen.Int[-1, 11].Array[members.Length].Select(dice =>
        {
            var filled = new T();
            foreach (var (member, thrown) in members.Zip(dice).Where(x => x.Second >= 0)) member.SetValue(filled, ValuesOf(member)![thrown % ValuesOf(member)!.Length]);
            return filled;
        });
    }

    private static object[]? ValuesOf(PropertyInfo member) => Nullable.GetUnderlyingType(member.PropertyType) switch
    {
        var type when type == typeof(long) => [.. Amounts],
        var type when type == typeof(int) => [0, 1, 1_000],
        var type when type == typeof(double) => [0.001, 1.0, 60_000.0],
        var type when type == typeof(bool) => [true, false],
        _ => null,
    };

    // No number, a rest of nothing, a negative amount, a place that was not filled, a percentage that nobody can imagine.
    [GeneratedRegex(@"NaN|∞|E\+|\{|(^|[ (])-\d|\b0[.,]0\b|\d{5,}\u00A0% l")]
    private static partial Regex Unbelievable();
}
