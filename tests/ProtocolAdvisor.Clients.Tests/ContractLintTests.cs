using ProtocolAdvisor.Clients.Tests.Hosting;

namespace ProtocolAdvisor.Clients.Tests;

/// <summary>What two widespread linters say of the contract: nothing, not even a hint.</summary>
public sealed class ContractLintTests
{
    [Theory]
    [InlineData("spectral")]
    [InlineData("redocly")]
    public Task Nothing_is_found(string linter) => Npm.RunAsync(linter);
}
