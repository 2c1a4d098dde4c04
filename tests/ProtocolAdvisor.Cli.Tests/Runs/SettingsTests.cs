using System.Xml.Linq;
using ProtocolAdvisor.Cli.Tests.Hosting;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Cli.Tests.Runs;

public sealed class SettingsTests(Provider provider)
{
    [Fact]
    public async Task The_outcome_becomes_a_file_for_a_mail_program()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString());
        var ran = await provider.RunAsync("settings", "secret", "--devices", "2", "--format", "thunderbird", "--output", path);
        Assert.Equal((0, ""), (ran.Code, ran.Output));
        Assert.Equal("imap", (string?)XDocument.Load(path).Descendants("incomingServer").First().Attribute("type"));
        File.Delete(path);
    }

    [Fact]
    public async Task Without_a_file_it_goes_to_the_output_with_the_protocol_asked_for_in_front()
    {
        var ran = await Tool.RunAsync(["settings", Provider.Jane, "--devices", "2", "--format", "text", "--protocol", "pop3", "--lang", "de", .. provider.Endpoints, .. provider.Surroundings]);
        Assert.Equal(0, ran.Code);
        Assert.StartsWith("E-Mail-Einstellungen für exemplary.example\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("\nPosteingangsserver (POP3), geprüft bis auf die Anmeldung\nServer: imap.exemplary.example\n", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_one_person_address_and_name_are_filled_in()
    {
        var ran = await Tool.RunAsync(["settings", Provider.Jane, "--devices", "2", "--format", "text", "--name", " Jane Doe ", .. provider.Endpoints, .. provider.Surroundings]);
        Assert.Equal(0, ran.Code);
        Assert.StartsWith($"Mail settings for {Provider.Jane}\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains($"\nYour name: Jane Doe\nE-mail address: {Provider.Jane}\n", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Settings for one person need the e-mail address.", "--personal")]
    [InlineData("--name needs 1 to 128 characters", "--name", "\u202EenaJ")]
    [InlineData("--name needs 1 to 128 characters", "--name", " ")]
    public async Task A_person_without_an_address_or_with_a_name_that_is_none_is_refused(string told, params string[] options)
    {
        using var dead = DeadPort.Refusing();
        var ran = await Tool.RunAsync(["settings", "--endpoint", $"imaps://127.0.0.1:{dead.Port}", "--no-password", "--format", "text", .. options, .. Provider.Loopback]);
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.Contains(told, ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_can_be_used_the_reason_is_told_and_no_file_written()
    {
        using var dead = DeadPort.Refusing();
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString());
        var ran = await Tool.RunAsync(["settings", "--endpoint", $"imaps://127.0.0.1:{dead.Port}", "--format", "apple", "--output", path, .. Provider.Loopback]);
        Assert.Equal((1, ""), (ran.Code, ran.Output));
        Assert.Contains("First thing to fix: Nothing answers on this port", ran.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_told_before_anything_is_tried()
    {
        var noFolder = Path.GetTempFileName();
        var ran = await Tool.RunAsync(["settings", Provider.Jane, "--devices", "2", "--format", "text", "--output", Path.Combine(noFolder, "settings.txt"), .. provider.Endpoints, .. provider.Surroundings]);
        Assert.Equal(new Ran(2, "", "The folder of this file does not exist.\n"), ran);
        File.Delete(noFolder);
    }

    [Theory]
    [InlineData("apple")]
    [InlineData("thunderbird")]
    [InlineData("outlook")]
    public async Task What_a_format_cannot_say_is_refused_with_its_reason(string format)
    {
        var ran = await Tool.RunAsync(["settings", Provider.Jane, "--devices", "2", "--format", format, .. provider.Endpoints, .. provider.Surroundings]);
        Assert.Equal((1, ""), (ran.Code, ran.Output));
        Assert.Contains("This format must name the outgoing server, and none is known.", ran.Errors, StringComparison.Ordinal);
    }
}
