namespace ProtocolAdvisor.Web.Tests.Hosting;

/// <summary>One service for the tests that do not change how it runs.</summary>
public sealed class SharedAdvisor : IAsyncLifetime
{
    internal Advisor Advisor { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Advisor = await Advisor.StartAsync();

    public ValueTask DisposeAsync() => Advisor.DisposeAsync();
}
