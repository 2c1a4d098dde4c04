using ProtocolAdvisor.Advice.Rules;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Advice;

/// <summary>Re-runs the decision with each single plausible change: this is what the advice hangs on.</summary>
internal static class WhatIf
{
    private const int LongDelaySeconds = 300;
    private const double AnyMbit = 50;
    private static readonly IReadOnlyList<MailProtocol> Protocols = MailProtocols.Compared;

    // From a mailbox that hardly anybody writes to, to one that a whole office does.
    private static readonly int[] MessagesPerDay = [0, 3, 30, 100, 1_000];

    /// <summary>The changes that flip the protocol: other answers, and a broken protocol mended.</summary>
    public static IReadOnlyList<ChangeOfMind> Of(Situation s, MailProtocol? protocol)
    {
        var (usage, flips) = (s.Usage, new List<ChangeOfMind>());
        foreach (var x in Counts(usage.Devices)) Try(OpenPoint.Devices, x, usage.Devices is null, usage with { Devices = x });
        foreach (var x in Counts(usage.People)) Try(OpenPoint.People, x, usage.People is null, usage with { People = x });
        foreach (var x in Others(usage.Webmail, [false, true])) Try(OpenPoint.Webmail, x, usage.Webmail is null, usage with { Webmail = x });
        foreach (var x in Others(usage.ServerFolders, [false, true])) Try(OpenPoint.ServerFolders, x, usage.ServerFolders is null, usage with { ServerFolders = x });
        foreach (var x in Others(usage.Priority, [Priority.Speed, Priority.Flexibility])) Try(OpenPoint.Priority, x, usage.Priority is null, usage with { Priority = x });
        foreach (var x in Others(usage.Backup, [Backup.None, Backup.Regular, Backup.Impossible])) Try(OpenPoint.Backup, x, usage.Backup is null, usage with { Backup = x });
        foreach (var x in Protocols)
        {
            if (s.IsBroken(x) && Ladder.Decide(s.WithWorking(x)).Protocol is var then && then != protocol) flips.Add(ChangeOfMind.Mending(x, then));
        }

        return flips;

        void Try(OpenPoint member, object value, bool isOpen, Usage changed)
        {
            if (Ladder.Decide(s with { Usage = changed }).Protocol is var then && then != protocol)
                flips.Add(new ChangeOfMind(member, Evidence.Written(value)!, then, isOpen));
        }
    }

    /// <summary>Whether all that is open about an answer of IMAP would flip it together: the unanswered questions, and a forecast, which another measurement may not bear out.</summary>
    public static bool IsPop3Together(Situation s) => Ladder.Decide(s with
    {
        Checks = null,
        Usage = s.Usage with
        {
            ServerFolders = s.Usage.ServerFolders ?? false,
            Priority = s.Usage.Priority ?? Priority.Speed,
            Backup = s.Usage.Backup ?? Backup.Regular,
        },
    }).Protocol == MailProtocol.Pop3;

    /// <summary>
    /// Whether the questions that are not answered, and sizes that were not learned, leave room for a tie. As long as they do, nobody can
    /// be surer than he would be at the tie itself: else the answer would make him less sure.
    /// </summary>
    public static bool MayTie(Situation s) => Ladder.Decide(s with
    {
        Checks = s.Usage.NewMessagesPerDay is null || s.Checks is { AreWhole: false } ? null : s.Checks,
        IsLarge = s.IsLargeForSure,
        Usage = s.Usage with { ServerFolders = s.Usage.ServerFolders ?? false, Backup = s.Usage.Backup ?? Backup.None },
    }).IsTie;

    /// <summary>Whether an answer of POP3 would flip if more or fewer messages came a day than the forecast takes for granted.</summary>
    public static bool HangsOnNewMessages(Situation s) => s.Usage.NewMessagesPerDay is null && HangsOnSpeed(s)
        && (s.Pop3.Pipelining == false || (s.Checks is not null && Array.Exists(MessagesPerDay, x => Flips(s with { Checks = s.ChecksWith(x) }))));

    /// <summary>Whether an answer of POP3 would flip if its server turned out to be slow.</summary>
    public static bool HangsOnSpeed(Situation s) => Flips(s with { Checks = new(1, double.MaxValue, 0, 0, true) });

    /// <summary>Whether an answer of POP3 may flip with the speed of a line that the samples did not fill, and that the user has not told.</summary>
    public static bool HangsOnLine(Situation s) => OnlyLineIsMissing(s) && HangsOnSpeed(s);

    /// <summary>Whether a fact that was not learned would flip an answer of POP3, if it turned out as badly as it may.</summary>
    public static bool HangsOnMeasurement(Situation s) =>
        ((s.Checks is not { AreWhole: true } || !s.ImapSide.IsMeasured || !s.Pop3Side.IsMeasured) && !OnlyLineIsMissing(s) && HangsOnSpeed(s))
            || (s.Pop3.Uidl is null && Flips(Having(s, s.Pop3 with { Uidl = false })))
            || (s.Pop3.KnownLoginDelaySeconds is null && Flips(Having(s, s.Pop3 with { LoginDelaySeconds = LongDelaySeconds })))
            || (s.ExpiresOnRetrieval is null && Flips(Having(s, s.Pop3 with { ExpiresOnRetrieval = true })));

    /// <summary>Whether an answer of IMAP would flip if the sign-in worked over POP3 as well, together with all else that is open.</summary>
    public static bool IsPop3SignedIn(Situation s) => IsPop3Together(s with { Pop3Side = s.Pop3Side with { SignIn = SignInOutcome.Accepted } });

    private static bool OnlyLineIsMissing(Situation s) => s is { Checks: null, ImapSide.IsMeasured: true, Pop3Side.IsMeasured: true, Usage.Link: null or { DownMbit: null } }
        && s.ChecksOver(new UserLink(s.Usage.Link?.RoundTripMs, AnyMbit)) is { AreWhole: true };

    private static bool Flips(Situation changed) => Ladder.Decide(changed).Protocol != MailProtocol.Pop3;

    private static Situation Having(Situation s, Pop3Maildrop maildrop) => s with { Pop3Side = s.Pop3Side with { Maildrop = maildrop } };

    // One or several: two stands for all numbers above.
    private static int[] Counts(int? now) => now switch { null => [1, 2], 1 => [2], < 1 => [1, 2], _ => [1] };

    private static T[] Others<T>(T? now, T[] values)
        where T : struct => now is { } known ? Array.FindAll(values, x => !EqualityComparer<T>.Default.Equals(x, known)) : values;
}
