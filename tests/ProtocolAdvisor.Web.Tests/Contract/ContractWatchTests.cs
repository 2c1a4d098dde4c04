using System.Net;

namespace ProtocolAdvisor.Web.Tests.Contract;

/// <summary>The watch over all answers sees what it is there to see.</summary>
public sealed class ContractWatchTests
{
    private static readonly Uri Report = new("http://localhost/v1/assessments/x");

    [Fact]
    public void An_answer_as_the_contract_says_passes() => Assert.Empty(ContractWatch.Errors(HttpMethod.Get, Report, Refusal(), Text("assessment-not-found")));

    [Fact]
    public void A_status_that_is_not_in_the_contract_is_seen()
    {
        using var reply = new HttpResponseMessage(HttpStatusCode.Conflict);
        Assert.Contains("knows no 409", ContractWatch.Errors(HttpMethod.Get, Report, reply, "").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_is_not_in_the_contract_and_one_that_is_missing_are_seen()
    {
        var reply = Refusal();
        reply.Headers.Add("X-New", "1");
        reply.Headers.Remove("X-Request-Id");
        var errors = ContractWatch.Errors(HttpMethod.Get, Report, reply, Text("assessment-not-found")).ToList();
        Assert.Contains(errors, x => x.EndsWith("header X-New is not in the contract", StringComparison.Ordinal));
        Assert.Contains(errors, x => x.EndsWith("header X-Request-Id is promised and not there", StringComparison.Ordinal));
    }

    [Fact]
    public void A_code_or_media_type_that_is_not_in_the_contract_is_seen()
    {
        Assert.Contains("does not have the code", ContractWatch.Errors(HttpMethod.Get, Report, Refusal(), Text("settings-format-unknown")).Single(), StringComparison.Ordinal);
        var reply = Refusal();
        reply.Content.Headers.ContentType = new("text/plain");
        Assert.Contains("text/plain is not in the contract", ContractWatch.Errors(HttpMethod.Get, Report, reply, "").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_operation_is_not_looked_at()
    {
        using var reply = new HttpResponseMessage(HttpStatusCode.Conflict);
        Assert.Empty(ContractWatch.Errors(HttpMethod.Get, new Uri("http://localhost/reports/x"), reply, ""));
        Assert.Empty(ContractWatch.Errors(HttpMethod.Put, Report, reply, ""));
    }

    private static string Text(string code) => $$"""{"code":"{{code}}"}""";

    private static HttpResponseMessage Refusal()
    {
        var reply = new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("", null, "application/problem+json") };
        reply.Headers.Add("X-Request-Id", "1");
        reply.Headers.Add("Cache-Control", "no-store");
        reply.Headers.Add("Vary", "Accept-Language");
        reply.Content.Headers.ContentLanguage.Add("en");
        return reply;
    }
}
