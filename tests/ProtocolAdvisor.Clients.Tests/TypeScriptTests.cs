using ProtocolAdvisor.Clients.Tests.Hosting;

namespace ProtocolAdvisor.Clients.Tests;

/// <summary>A client whose types openapi-typescript makes, and that openapi-fetch sends: <c>TypeScript/flow.ts</c>.</summary>
public sealed class TypeScriptTests(Stage stage)
{
    [Fact]
    public async Task The_whole_flow_compiles_in_strict_mode_and_runs()
    {
        await Npm.RunAsync("generate");
        await Npm.RunAsync("compile");
        var said = await Npm.RunAsync(
            "flow",
            ("ADVISOR_URL", stage.Url),
            ("ADVISOR_KEY", Stage.Key),
            ("MAIL_ADDRESS", Stage.Jane),
            ("MAIL_PASSWORD", Stage.Password));
        Assert.EndsWith("done\n", said, StringComparison.Ordinal);
    }
}
