using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Tests.Sessions;

public sealed class ImapQuotaTests
{
    [Theory]
    [InlineData("* QUOTA \"User quota\" (STORAGE 10 512)", 10_240L, 524_288L)]
    [InlineData("* QUOTA \"\" (MESSAGE 3 9 STORAGE 1 2)", 1_024L, 2_048L)]
    [InlineData("* quota STORAGE (storage 1 2)", 1_024L, 2_048L)]
    [InlineData("* QUOTA \"a (STORAGE 9 9)\" (STORAGE 1 2)", 1_024L, 2_048L)]
    [InlineData("* QUOTA user/jane (ANNOTATION-STORAGE 9 9 X-NUM-FOLDERS 3 4 STORAGE 700 512)", 716_800L, 524_288L)]
    [InlineData("* QUOTA \"x\" (STORAGE 1 0)", null, null)]
    [InlineData("* QUOTA \"x\" ()", null, null)]
    [InlineData("* QUOTA \"x\" (MESSAGE 1 2)", null, null)]
    [InlineData("* QUOTA \"x\" (ANNOTATION-STORAGE 1 2)", null, null)]
    [InlineData("* QUOTAROOT INBOX \"STORAGE 1 2\"", null, null)]
    [InlineData("* QUOTA x (STORAGE 99999999999999999999 1)", null, null)]
    [InlineData("* QUOTA x (STORAGE -1 1)", null, null)]
    [InlineData("* QUOTA x (STORAGE", null, null)]
    public void A_storage_quota_is_read_whatever_stands_beside_it(string line, long? used, long? limit) =>
        Assert.Equal(used is null ? null : new Quota(used.Value, limit!.Value), Heard(line).Storage);

    [Fact]
    public void Of_several_roots_and_resources_the_fullest_of_each_kind_matters()
    {
        var quota = Heard(
            "* QUOTA \"User\" (STORAGE 100 100000 MESSAGE 200 200)", "* QUOTA \"Group\" (STORAGE 99999 100000 MESSAGE 5 100000)", "* QUOTA \"House\" (STORAGE 5 0)");
        Assert.Equal((new Quota(99_999 * 1024, 100_000 * 1024), new MessageQuota(200, 200)), (quota.Storage!, quota.Messages!));
    }

    private static ImapQuota Heard(params string[] lines)
    {
        var quota = new ImapQuota();
        foreach (var line in lines) quota.Hear(ImapToken.Split(line));
        return quota;
    }
}
