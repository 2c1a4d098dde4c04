using System.Reflection;
using CsCheck;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Advice.Rules;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;
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
    public void Sorting_more_mail_never_moves_the_answer_to_Pop3() =>
        NeverMovesToPop3(x => (x.Usage, x.Facts with { Imap = x.Facts.Imap! with { Mailbox = x.Facts.Imap.Mailbox with { SortedMessages = x.Facts.Imap.Mailbox.Messages } } }));

    [Fact]
    public void Freeing_quota_never_moves_the_answer_to_Pop3() => NeverMovesToPop3(x => (x.Usage, Freed(x.Facts)));

    [Fact]
    public void An_excluded_protocol_is_never_recommended() => Always((_, advice) =>
        advice.Reasons.Where(x => x is { Rung: Ladder.Usability, Favours: not null }).All(x => advice.Protocol is null || advice.Protocol == x.Favours));

    [Fact]
    public void Exclusions_of_both_protocols_leave_none_and_nothing_else_does() => Always((x, advice) =>
        advice.Protocol is null == (IsOut(x, MailProtocol.Imap) && IsOut(x, MailProtocol.Pop3)));

    [Fact]
    public void The_first_rung_that_favours_a_protocol_decides_and_its_reasons_are_called_decisive() => Always((_, advice) =>
    {
        var favouring = advice.Reasons.Where(x => x.Favours is not null).ToList();
        if (advice.Protocol is null || favouring.Count == 0) return advice.Protocol is null;
        var first = favouring.Where(x => x.Rung == favouring.Min(y => y.Rung)).ToList();
        var decided = first.Select(x => x.Favours).Distinct().Count() == 1 ? first[0].Favours : MailProtocol.Imap;
        return advice.Protocol == decided && advice.Reasons.Where(x => x.Decisive).SequenceEqual(first.Where(x => x.Favours == decided));
    });

    [Fact]
    public void Reasons_stand_in_the_order_of_the_rungs() => Always((_, advice) => advice.Reasons.Select(x => x.Rung).SequenceEqual(advice.Reasons.Select(x => x.Rung).Order()));

    [Fact]
    public void Removing_every_lower_rung_never_changes_the_answer() => AdviceGen.Case.Sample(
        x =>
        {
            var situation = Situation.Of(x.Usage, x.Facts, Advisor.ForecastFor(x.Usage, x.Facts));
            var decision = Ladder.Decide(situation);
            return Ladder.Decide(situation, [.. RuleBook.All.ToArray().Where(rule => rule.Rung <= decision.Rung)]) == decision;
        },
        iter: Runs);

    [Fact]
    public void Every_answer_has_a_decisive_reason() => Always((_, advice) => advice.Reasons.Any(x => x.Decisive));

    [Fact]
    public void Unknown_devices_never_lead_to_Pop3_unless_Imap_is_out_or_speed_is_wanted() => Always((x, advice) =>
        x.Usage is { Devices: not null } or { Priority: Priority.Speed } || advice.Protocol != MailProtocol.Pop3 || IsOut(x, MailProtocol.Imap));

    [Fact]
    public void The_same_input_gives_byte_identical_output() => Always((x, advice) =>
        Json.Of(advice) == Json.Of(Advisor.Advise(x.Usage, Json.Parse<KnownFacts>(Json.Of(x.Facts)))));

    [Fact]
    public void Every_named_change_flips_the_answer_when_it_is_made() => Always((x, advice) => advice.ChangesIf.All(change =>
        change.Protocol != advice.Protocol && Advisor.Advise(Answered(x.Usage, change), Mended(x.Facts, change)).Protocol == change.Protocol));

    [Fact]
    public void A_sure_answer_hangs_on_no_open_question() => Always((_, advice) =>
        advice.Confidence != AdviceConfidence.High || (advice.OpenPoints.Count == 0 && advice.ChangesIf.All(x => !x.IsOpen)));

    [Fact]
    public void A_tie_goes_to_Imap_and_nobody_is_sure_of_it() => AdviceGen.Case.Sample(
        x =>
        {
            var advice = Advisor.Advise(x.Usage, x.Facts);
            var decision = Ladder.Decide(Situation.Of(x.Usage, x.Facts, Advisor.ForecastFor(x.Usage, x.Facts)));
            return !decision.IsTie || (advice.Protocol, advice.Confidence) == (MailProtocol.Imap, AdviceConfidence.Low);
        },
        iter: Runs);

    [Fact]
    public void An_unsure_answer_names_what_would_make_it_surer() => Always((_, advice) => advice.Confidence == AdviceConfidence.High || advice.OpenPoints.Count > 0);

    [Fact]
    public void Making_a_member_unknown_never_raises_confidence() => AdviceGen.Case.Sample(
        x => Forgetting(x).All(less => Confidence(less) <= Confidence(x)), iter: 10 * Runs, print: x => string.Join("\n", Forgetting(x).Where(less => Confidence(less) > Confidence(x)).Prepend(x).Select(y => Confidence(y) + Json.Of(y.Usage) + Json.Of(y.Facts))));

    [Fact]
    public void Answering_a_question_never_lowers_confidence() => Gen.Select(AdviceGen.Case, AdviceGen.Usage).Sample(
        (x, answers) => Answering(x.Usage, answers).All(more => Confidence((more, x.Facts)) >= Confidence(x)), iter: 5 * Runs, print: x => Json.Of(x.Item1.Usage) + Json.Of(x.Item1.Facts) + Json.Of(x.Item2));

    [Fact]
    public void Reasons_and_plan_never_contradict_each_other() => Always((x, advice) => advice.Protocol != MailProtocol.Pop3
        || (!(advice.Reasons.Any(r => r is { Code: ReasonCode.QuotaPressure }) && (advice.Plan.LeaveOnServerDays > 0 || advice.Plan.Archive is not null))
            && advice.Plan.Backup!.Needed == (x.Usage.Backup != Backup.Regular)
            && !(x.Facts.Pop3!.Maildrop.Uidl == false && advice.Plan.LeaveOnServerDays > 0)));

    [Fact]
    public void The_plan_for_Pop3_begins_with_the_backup_and_its_steps_say_what_its_members_say() => Always((x, _) =>
    {
        var plan = Advisor.PlanFor(MailProtocol.Pop3, x.Usage with { Today = null }, x.Facts);
        var backup = plan.Steps.First(step => step.Code != PlanStepCode.HeedTheUse);
        var leave = plan.Steps.SingleOrDefault(step => step.Code == PlanStepCode.LeaveOnServer);
        return backup.Code == (plan.Backup!.Needed ? PlanStepCode.Backup : PlanStepCode.KeepBackup) && backup.Figures["days"] == $"{plan.Backup.EveryDays}"
            && (leave?.Figures["days"] ?? "0") == $"{plan.LeaveOnServerDays}"
            && plan.Steps.Any(step => step.Code is PlanStepCode.Archive or PlanStepCode.ArchiveMessages) == plan.Archive is not null
            && (x.Facts.Pop3!.Maildrop.ExpireDays is not { } days || plan.LeaveOnServerDays <= days);
    });

    private static AdviceConfidence Confidence((Usage Usage, KnownFacts Facts) x)
    {
        var situation = Situation.Of(x.Usage, x.Facts, Advisor.ForecastFor(x.Usage, x.Facts));
        var decision = Ladder.Decide(situation);
        return Certainty.Of(situation, decision, Certainty.OpenPoints(situation, decision, WhatIf.Of(situation, decision.Protocol)));
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

    private static bool IsOut((Usage Usage, KnownFacts Facts) x, MailProtocol protocol)
    {
        ProtocolKnowledge one = protocol == MailProtocol.Imap ? x.Facts.Imap! : x.Facts.Pop3!, other = protocol == MailProtocol.Imap ? x.Facts.Pop3! : x.Facts.Imap!;
        return one.Usable == false || one.MailboxOpens == false || (one.SignIn == SignInOutcome.Rejected && other.SignIn == SignInOutcome.Accepted);
    }

    private static Usage Answered(Usage usage, ChangeOfMind change) => change.Answer switch
    {
        OpenPoint.Devices => usage with { Devices = int.Parse(change.Value!, null) },
        OpenPoint.People => usage with { People = int.Parse(change.Value!, null) },
        OpenPoint.Webmail => usage with { Webmail = change.Value == "true" },
        OpenPoint.ServerFolders => usage with { ServerFolders = change.Value == "true" },
        OpenPoint.Priority => usage with { Priority = Enum.Parse<Priority>(change.Value!, true) },
        OpenPoint.Backup => usage with { Backup = Enum.Parse<Backup>(change.Value!, true) },
        _ => usage,
    };

    // As the merge patch of a report says it.
    private static KnownFacts Mended(KnownFacts facts, ChangeOfMind change) => change.Mended switch
    {
        MailProtocol.Imap => facts with { Imap = facts.Imap! with { Usable = true, SignIn = null, MailboxOpens = null } },
        MailProtocol.Pop3 => facts with { Pop3 = facts.Pop3! with { Usable = true, SignIn = null, MailboxOpens = null } },
        _ => facts,
    };

    private static IEnumerable<Usage> Answering(Usage usage, Usage answers)
    {
        if (usage.Devices is null) yield return usage with { Devices = answers.Devices };
        if (usage.People is null) yield return usage with { People = answers.People };
        if (usage.Webmail is null) yield return usage with { Webmail = answers.Webmail };
        if (usage.ServerFolders is null) yield return usage with { ServerFolders = answers.ServerFolders };
        if (usage.Priority is null) yield return usage with { Priority = answers.Priority };
        if (usage.Backup is null) yield return usage with { Backup = answers.Backup };
        if (usage.NewMessagesPerDay is null) yield return usage with { NewMessagesPerDay = answers.NewMessagesPerDay };
    }

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
