namespace ProtocolAdvisor.RealServers;

/// <summary>Fills a Maildir++ with realistic mail, as a delivery agent and three years of use would have.</summary>
public static class Maildir
{
    /// <summary>Adds the planned messages; gives their counts and sizes as a server must tell them.</summary>
    public static MailboxContent Fill(string maildir, string owner, MailboxPlan plan)
    {
        var random = new Random(plan.Seed);
        var folders = plan.InboxOnly ? [new MailFolder("INBOX", 1, .93)] : MailFolder.Usual;
        foreach (var folder in folders)
            Create(maildir, folder);
        var texts = folders.ToDictionary(folder => folder, _ => new MailText(random, owner, plan.Sizes));
        var whole = Spread(folders, plan.Messages, random);
        var times = whole.Select(_ => Moment(random, plan)).Order().ToArray();
        var sizes = whole.Select((folder, i) => Deliver(maildir, folder, texts[folder], times[i], i, plan, random)).ToArray();
        return new(
            whole.Length,
            sizes.Sum(),
            sizes.DefaultIfEmpty().Max(),
            folders.ToDictionary(folder => folder.ImapName, folder => Content(folder)));

        FolderContent Content(MailFolder folder)
        {
            var own = sizes.Where((_, i) => whole[i] == folder).ToArray();
            return new(own.Length, own.Sum());
        }
    }

    private static void Create(string maildir, MailFolder folder)
    {
        foreach (var part in (string[])["cur", "new", "tmp"])
            Directory.CreateDirectory(Path.Combine(folder.PathIn(maildir), part));
        if (folder.IsInbox)
            return;
        File.WriteAllText(Path.Combine(folder.PathIn(maildir), "maildirfolder"), "");
        File.AppendAllText(Path.Combine(maildir, "subscriptions"), folder.ImapName + "\n");
    }

    private static MailFolder[] Spread(IReadOnlyList<MailFolder> folders, int messages, Random random)
    {
        // Few messages stay in the Inbox; the rest of the rounding goes there too.
        var others = folders.Where(folder => !folder.IsInbox && messages >= 20)
            .SelectMany(folder => Enumerable.Repeat(folder, Math.Max(1, (int)Math.Round(messages * folder.Share)))).ToArray();
        MailFolder[] whole = [.. others, .. Enumerable.Repeat(folders[0], messages - others.Length)];
        random.Shuffle(whole);
        return whole;
    }

    /// <summary>More in later years, mostly in working hours.</summary>
    private static DateTimeOffset Moment(Random random, MailboxPlan plan)
    {
        var latest = plan.Now.AddHours(-1);
        var time = latest.AddDays(-(1 - Math.Pow(random.NextDouble(), 0.8)) * plan.Days);
        if (random.NextDouble() < 0.8)
            time = new DateTimeOffset(time.UtcDateTime.Date, TimeSpan.Zero).AddHours(8 + (10 * random.NextDouble()));
        return time < latest ? time : latest;
    }

    /// <summary>Gives the size in octets as servers count it.</summary>
    private static long Deliver(string maildir, MailFolder folder, MailText text, DateTimeOffset when, int number, MailboxPlan plan, Random random)
    {
        var bytes = text.Write(when, folder.IsOwnMail);
        var size = bytes.Length + bytes.AsSpan().Count((byte)'\n');
        var old = when < plan.Now.AddDays(-14) || random.NextDouble() < 0.6;
        var seen = old && random.NextDouble() < folder.Read;
        var flags = (folder.Name == "Drafts" ? "D" : "") + (random.NextDouble() < 0.03 ? "F" : "")
            + (seen && random.NextDouble() < 0.15 ? "R" : "") + (seen ? "S" : "");
        // S and W save Dovecot from reading the file for its size.
        var name = $"{when.ToUnixTimeSeconds()}.M{random.Next(1000000):D6}P{number}.{plan.Seed}.test,S={bytes.Length},W={size}:2,{flags}";
        var path = Path.Combine(folder.PathIn(maildir), "cur", name);
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, when.UtcDateTime);
        return size;
    }
}
