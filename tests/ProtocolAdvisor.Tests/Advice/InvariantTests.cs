using System.Reflection;
using CsCheck;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Advice.Rules;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Advice;

public class InvariantTests
{
    private const int Runs = 1_000;
    private static readonly MethodInfo Clone = typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.NonPublic | BindingFlags.Instance)!;

    [Fact]
    public void Adding_a_device_never_moves_the_answer_to_Pop3() =>
        NeverMovesToPop3(x => (x.Usage.Devices is { } n ? x.Usage with { Devices = n + 1 } : x.Usage, x.Facts));

    [Fact]
    public void Adding_a_person_never_moves_the_answer_to_Pop3() =>
        NeverMovesToPop3(x => (x.Usage.People is { } n ? x.Usage with { People = n + 1 } : x.Usage, x.Facts));

    [Fact]
    public void Adding_webmail_never_moves_the_answer_to_Pop3() => NeverMovesToPop3(x => (x.Usage with { Webmail = true }, x.Facts));

    [Fact]
    public void Adding_server_folders_never_moves_the_answer_to_Pop3() => NeverMovesToPop3(x => (x.Usage with { ServerFolders = true }, x.Facts));

    [Fact]
    public void Freeing_quota_never_moves_the_answer_to_Pop3() => NeverMovesToPop3(x => (x.Usage, Freed(x.Facts)));

    [Fact]
    public void An_excluded_protocol_is_never_recommended() => Always((_, advice) =>
        advice.Reasons.Where(x => x.Weight == 100).All(x => x.Favours is null ? advice.Protocol is null : advice.Protocol is null || advice.Protocol == x.Favours));

    [Fact]
    public void Exclusions_of_both_protocols_leave_none_and_nothing_else_does() => Always((_, advice) =>
        advice.Protocol is null == (Excludes(advice, MailProtocol.Imap) && Excludes(advice, MailProtocol.Pop3)));

    [Fact]
    public void The_sum_of_the_shown_weights_explains_the_choice() => Always((_, advice) =>
        advice.Protocol is null || advice.Protocol == (advice.Reasons.Sum(Signed) >= 0 ? MailProtocol.Pop3 : MailProtocol.Imap));

    [Fact]
    public void Every_answer_has_a_reason() => Always((_, advice) => advice.Reasons.Count > 0);

    [Fact]
    public void Unknown_devices_never_lead_to_Pop3_unless_Imap_is_out() => Always((x, advice) =>
        x.Usage.Devices is not null || advice.Protocol != MailProtocol.Pop3 || Excludes(advice, MailProtocol.Imap));

    [Fact]
    public void The_same_input_gives_byte_identical_output() => Always((x, advice) =>
        Json.Of(advice) == Json.Of(Advisor.Advise(x.Usage, Json.Parse<KnownFacts>(Json.Of(x.Facts)))));

    [Fact]
    public void Every_named_change_flips_the_answer() => Always((_, advice) => advice.ChangesIf.All(x => x.Protocol != advice.Protocol));

    [Fact]
    public void Making_a_member_unknown_never_raises_confidence() => AdviceGen.Case.Sample(
        x => Forgetting(x).All(less => Confidence(less) <= Confidence(x)), iter: 10 * Runs, print: x => Json.Of(x.Usage) + Json.Of(x.Facts));

    // Without the plan and the what-ifs: this property needs many cases.
    private static AdviceConfidence Confidence((Usage Usage, KnownFacts Facts) x)
    {
        var situation = Situation.Of(x.Usage, x.Facts, Advisor.ForecastFor(x.Usage, x.Facts));
        return new Certainty(RuleBook.Judge(situation)).Of(situation);
    }

    private static void Always(Func<(Usage Usage, KnownFacts Facts), Recommendation, bool> holds) =>
        AdviceGen.Case.Sample(x => holds(x, Advisor.Advise(x.Usage, x.Facts)), iter: Runs, print: x => Json.Of(x.Usage) + Json.Of(x.Facts));

    private static void NeverMovesToPop3(Func<(Usage Usage, KnownFacts Facts), (Usage Usage, KnownFacts Facts)> change) => Always((before, advice) =>
    {
        var (usage, facts) = change(before);
        return advice.Protocol != MailProtocol.Imap || Advisor.Advise(usage, facts).Protocol != MailProtocol.Pop3;
    });

    private static KnownFacts Freed(KnownFacts facts) => facts.Imap?.Mailbox.Quota is { } quota
        ? facts with { Imap = facts.Imap with { Mailbox = facts.Imap.Mailbox with { Quota = new Quota(quota.UsedBytes / 2, quota.LimitBytes) } } }
        : facts;

    private static bool Excludes(Recommendation advice, MailProtocol protocol) => advice.Reasons.Any(x => x.Weight == 100 && x.Favours != protocol);

    private static int Signed(Reason reason) => reason.Favours switch { MailProtocol.Pop3 => reason.Weight, MailProtocol.Imap => -reason.Weight, _ => 0 };

    // Every settable member in turn, found by reflection so that a new one cannot be forgotten here.
    private static IEnumerable<(Usage Usage, KnownFacts Facts)> Forgetting((Usage Usage, KnownFacts Facts) x) =>
    [
        .. Without(x.Usage).Select(usage => (usage, x.Facts)),
        .. Without(x.Facts).Select(facts => (x.Usage, facts)),
        .. Without(x.Facts.Imap!).Select(imap => (x.Usage, x.Facts with { Imap = imap })),
        .. Without(x.Facts.Pop3!).Select(pop3 => (x.Usage, x.Facts with { Pop3 = pop3 })),
        .. Without(x.Facts.Imap!.Server).Select(server => (x.Usage, x.Facts with { Imap = x.Facts.Imap with { Server = server } })),
        .. Without(x.Facts.Pop3!.Server).Select(server => (x.Usage, x.Facts with { Pop3 = x.Facts.Pop3 with { Server = server } })),
        .. Without(x.Facts.Imap!.Mailbox).Select(mailbox => (x.Usage, x.Facts with { Imap = x.Facts.Imap with { Mailbox = mailbox } })),
        .. Without(x.Facts.Pop3!.Maildrop).Select(maildrop => (x.Usage, x.Facts with { Pop3 = x.Facts.Pop3 with { Maildrop = maildrop } })),
    ];

    private static IEnumerable<T> Without<T>(T value)
        where T : class => typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(x => x.CanWrite && !x.IsDefined(typeof(SentFlatAttribute)) && x.GetValue(value) is not null).Select(property =>
        {
            var copy = (T)Clone.Invoke(value, null)!;
            property.SetValue(copy, null);
            return copy;
        });
}
