using System.Collections;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Tests.Measurement;

public sealed class MailboxSizeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_folder_that_refused_its_count_takes_nothing_from_the_others()
    {
        var size = new MailboxSize([Folder(10, 1000), Folder(null, null), Folder(20, 2000)], Now);
        Assert.Equal((30L, 3000L, SizeBasis.StatusSize, 3), (size.Messages!.Value, size.Bytes!.Value, size.Basis!.Value, size.Folders));
    }

    [Fact]
    public void A_folder_that_refused_its_count_does_not_keep_the_reading_going()
    {
        var large = Folder(100, null);
        var size = new MailboxSize([large, Folder(null, null)], Now);
        Assert.Equal(large, size.NextUnread());
        size.Add(large, Messages(100));
        Assert.Equal((SizeBasis.Summed, null), (size.Basis!.Value, size.NextUnread()));
    }

    [Fact]
    public void All_mail_that_refused_its_count_does_not_stand_for_the_others()
    {
        var size = new MailboxSize([Folder(10, 1000), Folder(null, null, FolderRole.All)], Now);
        Assert.Equal((10L, 1000L), (size.Messages!.Value, size.Bytes!.Value));
    }

    [Fact]
    public void The_twelve_largest_folders_are_told_without_views_and_empty_ones()
    {
        var folders = Enumerable.Range(1, 20).Select(i => Folder(i, i * 1000)).Append(Folder(0, 0)).Append(Folder(99, 99_000, FolderRole.View));
        var largest = new MailboxSize([.. folders], Now).LargestFolders;
        Assert.Equal(Enumerable.Range(9, 12).Reverse().Select(i => new FolderSize(FolderUse.Other, i, i * 1000)), largest);
    }

    [Fact]
    public void A_folder_of_unknown_size_has_its_place_among_the_largest_and_no_bytes()
    {
        var (read, unread) = (Folder(10, null), Folder(70, null));
        var size = new MailboxSize([read, unread], Now);
        size.Add(read, Messages(10));
        Assert.Equal([new FolderSize(FolderUse.Other, 70, null), new FolderSize(FolderUse.Other, 10, 10_000)], size.LargestFolders);
    }

    [Fact]
    public void Where_nothing_was_counted_nothing_is_known()
    {
        var size = new MailboxSize([Folder(null, null)], Now);
        Assert.Equal((null, null, null), (size.Messages, size.Bytes, size.Basis));
    }

    [Fact]
    public void What_was_not_read_is_taken_at_the_mean_of_what_was()
    {
        var (read, unread) = (Folder(100, null), Folder(7, null));
        var size = new MailboxSize([read, unread], Now);
        size.Add(read, Messages(50));
        Assert.Equal((107 * 1000L, 100 * 1000L, SizeBasis.Sampled), (size.Bytes!.Value, size.BytesOf(read)!.Value, size.Basis!.Value));
    }

    [Fact]
    public void A_message_that_came_between_counting_and_reading_makes_no_estimate_of_a_sum()
    {
        var folder = Folder(10, null);
        var size = new MailboxSize([folder], Now);
        size.Add(folder, Messages(11));
        Assert.Equal((11_000L, SizeBasis.Summed), (size.Bytes!.Value, size.Basis!.Value));
    }

    [Fact]
    public void Estimates_from_absurd_counts_do_not_overflow()
    {
        var read = Folder(int.MaxValue, null);
        var size = new MailboxSize([read, Folder(int.MaxValue - 1, null), Folder(int.MaxValue - 2, null)], Now);
        size.Add(read, [new MessageSize(0, Plausible.MaxMessageBytes, Now.AddDays(-400))]);
        Assert.Equal(3 * Plausible.MaxBytes, size.Bytes);
        Assert.NotNull(size.GrowthBytesPerMonth);
    }

    [Fact]
    public void However_often_results_are_asked_for_messages_are_looked_at_only_when_they_come()
    {
        List<FolderCount> folders = [.. Enumerable.Range(1, 500).Select(i => Folder(i, null))];
        var size = new MailboxSize(folders, Now);
        var lists = folders.TakeLast(20).Select(folder => (folder, Messages: new WatchedList(Messages((int)folder.Messages!.Value)))).ToList();
        foreach (var (folder, messages) in lists)
        {
            size.Add(folder, messages);
            messages.Closed = true;
            Assert.NotNull(size.Bytes);
            Assert.NotNull(size.GrowthBytesPerMonth);
            Assert.NotNull(size.Largest);
            Assert.NotNull(size.NextUnread());
        }
    }

    private static FolderCount Folder(long? messages, long? bytes, FolderRole role = FolderRole.Own) => new(Guid.NewGuid().ToString(), false, role, messages, bytes);

    private static MessageSize[] Messages(int count) => [.. Enumerable.Range(0, count).Select(i => new MessageSize(i, 1000, Now.AddDays(-i)))];

    private sealed class WatchedList(MessageSize[] messages) : IReadOnlyList<MessageSize>
    {
        internal bool Closed { get; set; }

        public int Count => Open.Length;

        private MessageSize[] Open => Closed ? throw new InvalidOperationException("Messages were looked at again.") : messages;

        public MessageSize this[int index] => Open[index];

        public IEnumerator<MessageSize> GetEnumerator() => Open.AsEnumerable().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
