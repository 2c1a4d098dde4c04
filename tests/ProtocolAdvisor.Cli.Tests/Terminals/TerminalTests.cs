using System.Text.RegularExpressions;
using ProtocolAdvisor.Cli.Tests.Hosting;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Cli.Tests.Terminals;

/// <summary>Driven through a pseudo-terminal: the question for the password, the progress, the interruption.</summary>
public sealed partial class TerminalTests(Provider provider)
{
    private const string Question = "(Enter alone: without signing in):";
    private const string CursorShown = "\u001B[?25h";
    private const string CursorHidden = "\u001B[?25l";
    private const string Red = "\u001B[31m";

    private string[] Arguments => ["assess", Provider.Jane, "--devices", "2", .. provider.Surroundings];

    [Fact]
    public async Task The_password_is_asked_for_and_nothing_of_it_is_shown()
    {
        using var terminal = Terminal.Start(Arguments);
        await terminal.UntilAsync($"Password for {Provider.Jane} {Question}");
        foreach (var key in "secret") await terminal.TypeAsync($"{key}");
        await terminal.TypeAsync("\r");
        Assert.Equal(0, await terminal.EndAsync());
        Assert.Contains("Sign-in: accepted (PLAIN", terminal.Seen, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", terminal.Seen, StringComparison.Ordinal);
        Assert.StartsWith("\r\n", terminal.Seen.Split(Question)[1].TrimStart(' '), StringComparison.Ordinal);
        AssertRestored(terminal);
    }

    [Fact]
    public async Task What_is_typed_while_the_question_still_appears_is_not_shown_either()
    {
        using var terminal = Terminal.Start(Arguments);
        await terminal.UntilAsync("Password for");
        await terminal.TypeAsync("secret\r");
        Assert.Equal(0, await terminal.EndAsync());
        Assert.Contains("Sign-in: accepted (PLAIN", terminal.Seen, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", terminal.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_is_drawn_with_times_and_a_bar_and_is_gone_at_the_end()
    {
        using var terminal = Terminal.Start(Arguments);
        await terminal.UntilAsync(Question);
        await terminal.TypeAsync("secret\r");
        Assert.Equal(0, await terminal.EndAsync());
        var (drawn, report) = (terminal.Seen[..terminal.Seen.IndexOf(CursorShown, StringComparison.Ordinal)], terminal.Seen[terminal.Seen.IndexOf(CursorShown, StringComparison.Ordinal)..]);
        Assert.Contains(CursorHidden, drawn, StringComparison.Ordinal);
        Assert.Matches(@"\d\.\d s  ✓ found: SRV record, _imaps\._tcp\.exemplary\.example", drawn);
        Assert.Matches(@"\d\.\d s  ✓ can be used: IMAP imap\.exemplary\.example:\d+ \(SSL/TLS\), Dovecot", drawn);
        Assert.Matches(@"█+░* \d+ %", drawn);
        Assert.DoesNotContain("░", report, StringComparison.Ordinal);
        Assert.Contains("Your mail stays on the server", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_alone_means_without_signing_in()
    {
        using var terminal = Terminal.Start(Arguments);
        await terminal.UntilAsync(Question);
        await terminal.TypeAsync("\r");
        Assert.Equal(0, await terminal.EndAsync());
        Assert.Contains("No password was given", terminal.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_question_is_asked_where_none_is_wanted_and_none_is_answered_in_colour_where_that_is_not_wanted()
    {
        using var terminal = Terminal.Start([.. Arguments, "--no-password"], ("NO_COLOR", "1"));
        Assert.Equal(0, await terminal.EndAsync());
        Assert.DoesNotContain("Password for", terminal.Seen, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\u001B\[[0-9;]*[34]8?;", terminal.Seen);
        Assert.Contains("█", terminal.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_German_is_asked_in_German()
    {
        using var terminal = Terminal.Start(Arguments, ("LANG", "de_DE.UTF-8"));
        await terminal.UntilAsync($"Passwort für {Provider.Jane} (nur Enter: ohne Anmeldung):");
        await terminal.TypeAsync("\u0003");
        Assert.Equal(130, await terminal.EndAsync());
        Assert.Contains("Abgebrochen.", terminal.Seen, StringComparison.Ordinal);
        AssertRestored(terminal);
    }

    [Fact]
    public async Task An_interruption_ends_a_run_and_gives_the_terminal_back()
    {
        await using var silent = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        using var terminal = Terminal.Start(["assess", "--endpoint", $"imap://127.0.0.1:{silent.Port}", "--deadline", "60", .. Provider.Loopback]);
        await terminal.UntilAsync("1 way to the mailbox named.");
        await silent.NextConnectionAsync(TestContext.Current.CancellationToken);
        await terminal.TypeAsync("\u0003");
        Assert.Equal(130, await terminal.EndAsync());
        Assert.Contains("Interrupted.", terminal.Seen, StringComparison.Ordinal);
        AssertRestored(terminal);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(100)]
    public async Task The_answer_is_one_screen_as_wide_as_the_terminal_and_begins_with_its_sign_in_colour(int columns)
    {
        using var dead = DeadPort.Refusing();
        using var terminal = Terminal.Start(columns, ["assess", "--endpoint", $"imaps://127.0.0.1:{dead.Port}", .. Provider.Loopback]);
        Assert.Equal(1, await terminal.EndAsync());
        var answer = terminal.Seen[terminal.Seen.LastIndexOf(CursorShown, StringComparison.Ordinal)..terminal.Seen.LastIndexOf("explain CODE", StringComparison.Ordinal)];
        Assert.Matches(@"\u001B\[[0-9;]*91[0-9;]*m✗|\u001B\[[0-9;]*;9m✗", answer);
        var lines = Escapes().Replace(answer, "").ReplaceLineEndings("\n").TrimStart('\n', '\r').Split('\n');
        Assert.StartsWith("✗ No mail server answers", lines[0], StringComparison.Ordinal);
        Assert.InRange(lines.Length, 8, 40);
        Assert.All(lines, x => Assert.InRange(x.Length, 0, columns));
        Assert.Contains(lines, x => x.StartsWith($"✗ IMAP 127.0.0.1:{dead.Port}", StringComparison.Ordinal) && x.EndsWith("the connection was refused", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("TERM", "dumb")]
    [InlineData("NO_COLOR", "1")]
    public async Task A_terminal_that_wants_no_colour_gets_the_signs_alone(string name, string value)
    {
        using var dead = DeadPort.Refusing();
        using var terminal = Terminal.Start(80, ["assess", "--endpoint", $"imaps://127.0.0.1:{dead.Port}", .. Provider.Loopback], (name, value));
        Assert.Equal(1, await terminal.EndAsync());
        Assert.DoesNotMatch(@"\u001B\[[0-9;]*[349][0-9][0-9;]*m|\u001B\[38", terminal.Seen);
        Assert.Contains("✗ No mail server answers", Escapes().Replace(terminal.Seen, ""), StringComparison.Ordinal);
        if (value == "dumb") Assert.DoesNotContain("\u001B", terminal.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_steers_neither_the_terminal_nor_the_colours()
    {
        await using var hostile = ScriptedMailServer.StartSaying($"* BYE {Red}\u009B31m[red]go away[/]\u0007 [bold\r\n");
        using var terminal = Terminal.Start(["assess", "--endpoint", $"imap://127.0.0.1:{hostile.Port}", .. Provider.Loopback]);
        Assert.Equal(4, await terminal.EndAsync());
        Assert.DoesNotContain(Red, terminal.Seen, StringComparison.Ordinal);
        Assert.DoesNotContain("\u009B", terminal.Seen, StringComparison.Ordinal);
        Assert.DoesNotContain("\u0007", terminal.Seen, StringComparison.Ordinal);
        Assert.Contains("[red]go away[/]", terminal.Seen, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\u001B\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Escapes();

    private static void AssertRestored(Terminal terminal)
    {
        Assert.True(terminal.Seen.LastIndexOf(CursorShown, StringComparison.Ordinal) >= terminal.Seen.LastIndexOf(CursorHidden, StringComparison.Ordinal), "the cursor stays hidden");
        Assert.Matches(@"\bisig icanon iexten echo\b", terminal.Seen);
    }
}
