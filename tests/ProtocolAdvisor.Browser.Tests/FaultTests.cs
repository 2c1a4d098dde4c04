using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using ProtocolAdvisor.Browser.Tests.Hosting;
using ProtocolAdvisor.Web.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ProtocolAdvisor.Browser.Tests;

/// <summary>What is seen when the fault is ours.</summary>
public sealed class FaultTests(Stage stage)
{
    [Fact]
    public async Task A_fault_of_ours_is_called_ours_with_a_number_to_tell_and_a_way_on()
    {
        await using var advisor = await Advisor.StartAsync(settings: stage.Settings).WaitAsync(Patience.ForAStart, TestContext.Current.CancellationToken);
        await BreakAsync(advisor);
        await using var visit = await Visit.BeginAsync(stage, advisor.ClientOptions.BaseAddress);
        Assert.Equal(500, (await visit.Page.GotoAsync("/history"))!.Status);
        await Expect(visit.Headline).ToHaveTextAsync("This did not work");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("Something went wrong on our side, not on yours.");
        var number = await visit.Page.Locator("main code").InnerTextAsync();
        Assert.Contains(advisor.Log.Lines, x => x.Contains(number, StringComparison.Ordinal));
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("our-fault");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "To the start page" }).ClickAsync();
        await Expect(visit.Headline).ToHaveTextAsync("Check a mail account");
    }

    private static async Task BreakAsync(Advisor advisor)
    {
        await using var database = new SqliteConnection($"Data Source={Path.Combine(advisor.Folder, "advisor.db")}");
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = database.CreateCommand();
        command.CommandText = "DROP TABLE ReportRows";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
