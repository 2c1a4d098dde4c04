using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Sessions;

/// <summary>Servers that show nothing before they know who asks (RFC 2971), as NetEase does: they are told the product, and nothing of its user.</summary>
public sealed class IntroductionTests : IDisposable
{
    private const string Demand = "{tag} NO EXAMINE Unsafe Login. Please contact kefu@188.com for help\r\n";

    private readonly ScriptedImap _imap = new();

    [Fact]
    public async Task A_server_that_demands_it_is_told_and_then_looked_at_as_any_other()
    {
        var facts = await _imap.AssessAsync(Demanding("ID", "NAMESPACE"));

        Assert.Equal((5, 2), (facts.Imap!.Messages, facts.Imap.Folders));
        Assert.True(facts.Imap.Fetch!.Samples > 0);
        Assert.All(facts.Endpoints[0].SessionSteps, step => Assert.Null(step.Failure));
        Assert.Single(_imap.Received, line => line.Contains(" ID ", StringComparison.Ordinal));
        Assert.Empty(_imap.Unexpected);
    }

    [Fact]
    public async Task It_is_told_the_product_and_nothing_of_its_user()
    {
        await _imap.AssessAsync(Demanding("ID"));
        var told = Assert.Single(_imap.Received, line => line.Contains(" ID ", StringComparison.Ordinal));
        Assert.Contains("\"name\" \"ProtocolAdvisor\"", told, StringComparison.Ordinal);
        Assert.DoesNotContain("jane", told, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("example", told, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_server_that_does_not_demand_it_is_told_nothing()
    {
        await _imap.AssessAsync(_imap.Script(Folders, "ID"));
        Assert.DoesNotContain(_imap.Received, line => line.Contains(" ID ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_command_is_not_offered_the_demand_stays_the_cause()
    {
        var facts = await _imap.AssessAsync(Demanding());
        Assert.Equal(SignInReason.AuthClientIdRequired, facts.Endpoints[0].SecondThought!.Reason);
        Assert.DoesNotContain(_imap.Received, line => line.Contains(" ID ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_is_not_content_with_it_is_asked_once()
    {
        var script = Demanding("ID");
        script.On("ID", "* ID NIL\r\n{tag} NO not you\r\n");
        var facts = await _imap.AssessAsync(script);
        Assert.Equal(SignInReason.AuthClientIdRequired, facts.Endpoints[0].SecondThought!.Reason);
        Assert.Single(_imap.Received, line => line.Contains(" ID ", StringComparison.Ordinal));
    }

    public void Dispose() => _imap.Dispose();

    private static IReadOnlyList<ScriptedFolder> Folders => [ScriptedFolder.Of("INBOX", 3), ScriptedFolder.Of("Sent", 2)];

    // Opens no folder, and counts none, before it has heard the name.
    private ImapScript Demanding(params string[] capabilities) => _imap.Script(Folders, Demand, capabilities);
}
