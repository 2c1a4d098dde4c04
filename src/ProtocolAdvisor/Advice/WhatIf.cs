using ProtocolAdvisor.Advice.Rules;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Advice;

/// <summary>Re-runs the decision with each single plausible change and keeps those that flip it: this is what the advice hangs on.</summary>
internal static class WhatIf
{
    private static readonly MailProtocol[] Protocols = Enum.GetValues<MailProtocol>();

    public static IReadOnlyList<ChangeOfMind> Of(Situation s, MailProtocol? protocol)
    {
        var (usage, flips) = (s.Usage, new List<ChangeOfMind>());
        foreach (var x in Counts(usage.Devices)) Try("devices", x, usage with { Devices = x });
        foreach (var x in Counts(usage.People)) Try("people", x, usage with { People = x });
        foreach (var x in Others(usage.Webmail, [false, true])) Try("webmail", x, usage with { Webmail = x });
        foreach (var x in Others(usage.ServerFolders, [false, true])) Try("serverFolders", x, usage with { ServerFolders = x });
        foreach (var x in Others(usage.Priority, [Priority.Speed, Priority.Flexibility])) Try("priority", x, usage with { Priority = x });
        foreach (var x in Others(usage.Backup, [Backup.None, Backup.Regular, Backup.Impossible])) Try("backup", x, usage with { Backup = x });
        foreach (var x in Protocols)
        {
            if (IsBroken(s, x)) Keep(Usable(x), true, Choice.In(s.WithWorking(x)));
        }

        return flips;

        void Try(string member, object value, Usage changed) => Keep(member, value, Choice.In(s with { Usage = changed }));

        void Keep(string member, object value, MailProtocol? then)
        {
            if (then != protocol) flips.Add(new ChangeOfMind(member, Evidence.Written(value)!, then));
        }
    }

    // One or several: two stands for all numbers above.
    private static int[] Counts(int? now) => now switch { null => [1, 2], 1 => [2], < 1 => [1, 2], _ => [1] };

    private static T[] Others<T>(T? now, T[] values)
        where T : struct => now is { } known ? Array.FindAll(values, x => !EqualityComparer<T>.Default.Equals(x, known)) : values;

    // All kinds of "does not work" are mended by mending the server or the account, not by another habit.
    private static bool IsBroken(Situation s, MailProtocol protocol) => s[protocol].Usable == false || s[protocol].SignIn == SignInOutcome.Rejected || s[protocol].MailboxOpens == false;

    private static string Usable(MailProtocol protocol) => protocol switch { MailProtocol.Imap => "imapUsable", MailProtocol.Pop3 => "pop3Usable" };
}
