using ProtocolAdvisor.Web.Tests.Cluster;
using ProtocolAdvisor.Web.Tests.Hosting;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace ProtocolAdvisor.Web.Tests.Hosting;

/// <summary>The one class that takes a minute by itself begins first: at the end, everything else would wait for it.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(x => x.TestCollectionDisplayName.Contains(nameof(ThreeProcessTests), StringComparison.Ordinal))];
}
