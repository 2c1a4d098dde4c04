using Microsoft.Playwright;
using ProtocolAdvisor.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ProtocolAdvisor.Browser.Tests;

/// <summary>The one field of the start page takes what people paste, and shows what it was taken for.</summary>
public sealed class PasteTests(Stage stage)
{
    private const string Mailbox = "E-mail address:";
    private const string Domain = "Mail domain:";
    private const string Server = "Mail server:";

    /// <summary>What is pasted, what it is taken for, and how that is written.</summary>
    private static readonly (string Pasted, string Kind, string Meant)[] Table =
    [
        ("jane@example.com", Mailbox, "jane@example.com"),
        ("  jane@example.com  ", Mailbox, "jane@example.com"),
        ("jane@example.com.", Mailbox, "jane@example.com"),
        ("jane@example.com,", Mailbox, "jane@example.com"),
        ("<jane@example.com>", Mailbox, "jane@example.com"),
        ("(jane@example.com)", Mailbox, "jane@example.com"),
        ("„jane@example.com“", Mailbox, "jane@example.com"),
        ("\"jane@example.com\"", Mailbox, "jane@example.com"),
        ("Jane Doe <jane@example.com>", Mailbox, "jane@example.com"),
        ("\"Doe, Jane\" <jane@example.com>;", Mailbox, "jane@example.com"),
        ("Doe, Jane <jane@example.com>", Mailbox, "jane@example.com"),
        ("jane@example.com <mailto:jane@example.com>", Mailbox, "jane@example.com"),
        ("Jane Doe [mailto:jane@example.com]", Mailbox, "jane@example.com"),
        ("mailto:jane@example.com", Mailbox, "jane@example.com"),
        ("mailto:jane%40example.com?subject=Hello", Mailbox, "jane@example.com"),
        ("SMTP:jane@example.com", Mailbox, "jane@example.com"),
        ("E-mail: jane@example.com", Mailbox, "jane@example.com"),
        ("\u00A0jane@example.com\u00A0", Mailbox, "jane@example.com"),
        ("jane@\u200Bexample.com\u200B", Mailbox, "jane@example.com"),
        ("jane @ example.com", Mailbox, "jane@example.com"),
        ("jane＠example.com", Mailbox, "jane@example.com"),
        ("jane (at) example (dot) com", Mailbox, "jane@example.com"),
        ("jürgen@bücher.example", Mailbox, "jürgen@bücher.example"),
        ("please look at jane@example.com, thanks", Mailbox, "jane@example.com"),
        ("jane@gmail,com", Mailbox, "jane@gmail.com"),
        ("example.com", Domain, "example.com"),
        ("@example.com", Domain, "example.com"),
        ("EXAMPLE.COM.", Domain, "example.com"),
        ("www.example.com", Domain, "example.com"),
        ("https://www.example.com/contact", Domain, "example.com"),
        ("mail.example.com", Server, "mail.example.com"),
        ("mail.example.com:993", Server, "mail.example.com:993"),
        ("https://mail.example.com/", Server, "mail.example.com"),
        ("imaps://mail.example.com", Server, "mail.example.com:993"),
        ("imap://mail.example.com", Server, "mail.example.com:143"),
        ("pop3s://mail.example.com:1995/", Server, "pop3s://mail.example.com:1995"),
        ("smtp.example.com:587", Server, "smtp.example.com:587"),
        ("192.0.2.1", Server, "192.0.2.1"),
        ("[2001:db8::1]:993", Server, "[2001:db8::1]:993"),
        ("jane", "", "Is the @domain missing?"),
        ("jane@", "", "Is the @domain missing?"),
        ("jane@example", "", "Is the ending missing, such as .com?"),
        ("jane@@example.com", "", "Cut out the other one."),
        ("ja(n)e@example.com", "", "cut it out: ( )"),
        ("j***@example.com", "", "Enter the whole address."),
        ("how are you", "", "Cut everything but the address"),
    ];

    [Fact]
    public async Task Whatever_is_pasted_is_shown_as_it_was_understood()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.Page.GotoAsync("/");
        var (field, understood) = (visit.Page.Locator("#address"), visit.Page.Locator(".understood"));
        foreach (var (pasted, kind, meant) in Table)
        {
            await visit.Page.RunAndWaitForResponseAsync(
                () => PasteAsync(visit, pasted), x => x.Url.EndsWith("/understand", StringComparison.Ordinal));
            await Expect(understood).ToContainTextAsync(meant);
            if (kind.Length > 0) await Expect(understood.Locator(".meant")).ToContainTextAsync($"{kind} {meant}");
            else await Expect(understood.Locator(".error")).ToBeVisibleAsync();
        }

        // Nothing of it stands in an address or is kept in the browser.
        const string Kept = "location.pathname + location.search + JSON.stringify(Object.keys(sessionStorage))";
        Assert.Equal("/[]", await visit.Page.EvaluateAsync<string>(Kept));
        await Expect(field).ToHaveValueAsync("how are you");
    }

    [Fact]
    public async Task A_list_of_lines_is_not_joined_and_one_of_it_is_chosen()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.Page.GotoAsync("/");
        await PasteAsync(visit, $"Jane <{Stage.Jane}>\r\njoe@{Stage.Dead}");
        await Expect(visit.Page.Locator("#address")).ToHaveValueAsync($"Jane <{Stage.Jane}>, joe@{Stage.Dead}");
        await Expect(visit.Page.Locator(".understood")).ToContainTextAsync("There is more than one in it.");
        await visit.PictureAsync("start-several");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Check joe@{Stage.Dead}" }).ClickAsync();
        await Expect(visit.Page.Locator(".meant")).ToContainTextAsync($"joe@{Stage.Dead}");
        await Expect(visit.Page.GetByLabel("Password")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_likely_misspelling_is_asked_about_before_a_password_goes_there(bool script)
    {
        await using var visit = await Visit.BeginAsync(stage, set: options => options.JavaScriptEnabled = script);
        await visit.CheckAsync("jane@gmial.com", "secret");
        var offer = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Check jane@gmail.com instead" });
        await Expect(offer).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#address")).ToHaveValueAsync("jane@gmial.com");
        await Expect(visit.Page.GetByLabel("Password")).ToHaveValueAsync("");
        await Expect(visit.Page.GetByText("Please enter the password again")).ToBeVisibleAsync();
        if (script) await visit.AssertAccessibleAsync();
        await visit.PictureAsync($"start-misspelled-{(script ? "script" : "plain")}");

        // Enter in the field means the field, and not the offer above the button.
        await visit.Page.Locator("#address").FillAsync("jane@exemplary");
        await visit.Page.Locator("#address").PressAsync("Enter");
        await Expect(visit.Page.Locator("#address-error")).ToContainTextAsync("Is the ending missing");
        await Expect(visit.Page.Locator("#address")).ToHaveValueAsync("jane@exemplary");
    }

    [Fact]
    public async Task A_domain_is_checked_without_a_mailbox_and_a_server_by_its_port()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.CheckAsync("https://www.exemplary.example/");
        await visit.Page.WaitForURLAsync("**/reports/*");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("exemplary.example");
        await visit.CheckAsync("imaps://imap.exemplary.example");
        await visit.Page.WaitForURLAsync("**/reports/*");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("imap.exemplary.example");
        await Expect(visit.Page.Locator("main")).Not.ToContainTextAsync("imap.exemplary.example:143");
    }

    // As the clipboard brings it: the browser puts it in unless the page does.
    private static async Task PasteAsync(Visit visit, string text) => await visit.Page.EvaluateAsync(
        """
        text => {
          const field = document.querySelector("#address"), data = new DataTransfer();
          field.focus();
          field.value = "";
          data.setData("text/plain", text);
          if (field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }))) field.value = text;
        }
        """,
        text);
}
