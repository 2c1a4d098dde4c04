using ProtocolAdvisor.Advice.Rules;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Advice;

/// <summary>Re-runs the decision with each single plausible change and keeps those that flip it: this is what the advice hangs on.</summary>
internal static class WhatIf
{
    public static IReadOnlyList<ChangeOfMind> Of(Situation situation, MailProtocol? protocol) =>
    [
        .. Changes(situation)
            .Select(x => new ChangeOfMind(x.Member, x.Value, Choice.In(x.Changed)))
            .Where(x => x.Protocol != protocol),
    ];

    private static IEnumerable<(string Member, string Value, Situation Changed)> Changes(Situation s)
    {
        var usage = s.Usage;
        return
        [
            .. Counts(usage.Devices).Select(x => Change("devices", x, usage with { Devices = x })),
            .. Counts(usage.People).Select(x => Change("people", x, usage with { People = x })),
            .. Others(usage.Webmail, false, true).Select(x => Change("webmail", x, usage with { Webmail = x })),
            .. Others(usage.ServerFolders, false, true).Select(x => Change("serverFolders", x, usage with { ServerFolders = x })),
            .. Others(usage.Priority, Priority.Speed, Priority.Flexibility).Select(x => Change("priority", x, usage with { Priority = x })),
            .. Others(usage.Backup, Backup.None, Backup.Regular, Backup.Impossible).Select(x => Change("backup", x, usage with { Backup = x })),
            .. Enum.GetValues<MailProtocol>().Where(x => IsBroken(s, x)).Select(x => (Usable(x), "true", s.WithWorking(x))),
        ];

        (string Member, string Value, Situation Changed) Change(string member, object value, Usage changed) =>
            (member, Evidence.Written(value)!, s with { Usage = changed });
    }

    // One or several: two stands for all numbers above.
    private static IEnumerable<int> Counts(int? now) => Enumerable.Range(1, 2).Where(x => now is null || Math.Min(now.Value, 2) != x);

    private static IEnumerable<T> Others<T>(T? now, params T[] values)
        where T : struct => values.Where(x => !x.Equals(now));

    // Both kinds of "does not work" are mended by mending the server or the account, not by another habit.
    private static bool IsBroken(Situation s, MailProtocol protocol) => s[protocol].Usable == false || s[protocol].SignIn == SignInOutcome.Rejected;

    private static string Usable(MailProtocol protocol) => protocol == MailProtocol.Imap ? "imapUsable" : "pop3Usable";
}
