using ProtocolAdvisor.Tests.Findings;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests;

public class FactsJsonTests
{
    [Fact]
    public void Facts_are_the_same_again_after_a_trip_through_JSON() => Assert.All(ProducingRuns.All.Values, facts =>
        Assert.Equal(Json.Of(facts), Json.Of(Json.Parse<AssessmentFacts>(Json.Of(facts)))));
}
