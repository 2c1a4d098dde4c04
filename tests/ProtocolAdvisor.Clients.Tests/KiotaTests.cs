using Advisor;
using Advisor.Models;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using ProtocolAdvisor.Clients.Tests.Hosting;
using ProtocolAdvisor.Clients.Tests.Kiota;

namespace ProtocolAdvisor.Clients.Tests;

/// <summary>What a setup wizard does, from the address to the settings, with the client that Kiota makes of the contract.</summary>
public sealed class KiotaTests : IDisposable
{
    private readonly HttpClient _http = KiotaClientFactory.Create();
    private readonly HttpClientRequestAdapter _adapter;
    private readonly AdvisorClient _client;

    public KiotaTests(Stage stage)
    {
        // Kiota's own provider of keys wants https, which the tests have none of.
        _http.DefaultRequestHeaders.Add("X-Api-Key", Stage.Key);
        _adapter = new(new AnonymousAuthenticationProvider(), httpClient: _http) { BaseUrl = stage.Url };
        _client = new(_adapter);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_servers_are_found()
    {
        var reply = await _client.V1.Discoveries.PostAsync(new() { Email = Stage.Jane }, cancellationToken: Cancellation);
        var best = reply?.Discovery?.Candidates?.FirstOrDefault();
        Assert.Equal(
            (MailProtocol.Imap, "imap.example.com", ConnectionSecurity.ImplicitTls, 1),
            (best?.Protocol, best?.Host, best?.Security, best?.Rank));
    }

    [Fact]
    public async Task A_run_is_told_as_it_goes_and_advised_on_anew_its_settings_are_opened_and_it_is_removed()
    {
        var report = await AssessAsync(new() { Devices = 2, People = 1, Webmail = true });
        Assert.Equal(RecommendedProtocol.Imap, report.Recommendation?.Protocol);
        var own = _client.V1.Assessments[Known(report.Id)];

        var answers = new Usage { Devices = 1, People = 1, Webmail = false, Priority = Priority.Speed };
        var changed = await own.Recommendations.PostAsync(new() { Usage = answers }, cancellationToken: Cancellation);
        Assert.Equal(RecommendedProtocol.Pop3, changed?.Recommendation?.Protocol);

        var file = await TextAsync(own.Settings["thunderbird"].GetAsync(cancellationToken: Cancellation));
        Assert.Contains("<incomingServer type=\"imap\">", file, StringComparison.Ordinal);
        var words = await TextAsync(own.Settings["text"].PostAsync(new() { Email = Stage.Jane }, cancellationToken: Cancellation));
        Assert.Contains(Stage.Jane, words, StringComparison.Ordinal);

        await own.DeleteAsync(cancellationToken: Cancellation);
        var gone = await Assert.ThrowsAsync<ApiProblem>(() => own.GetAsync(cancellationToken: Cancellation));
        Assert.Equal((404, ProblemCode.AssessmentNotFound, gone.Detail), (gone.Status, gone.Code, gone.Message));
    }

    [Fact]
    public async Task What_is_wrong_with_a_request_is_told_member_by_member()
    {
        var nobody = new DiscoveryRequest { Email = "nobody" };
        var refused = await Assert.ThrowsAsync<ApiProblem>(() => _client.V1.Discoveries.PostAsync(nobody, cancellationToken: Cancellation));
        Assert.Equal(ProblemCode.InvalidRequest, refused.Code);
        Assert.Equal(["$.email"], Known(refused.Errors).Select(x => x.Path));
    }

    public void Dispose()
    {
        _adapter.Dispose();
        _http.Dispose();
    }

    private async Task<AssessmentReport> AssessAsync(Usage usage)
    {
        var request = new AssessmentRequest
        {
            Email = Stage.Jane,
            Credentials = new() { Password = Stage.Password },
            Usage = usage,
            Measurement = new() { Samples = 3 },
        };
        await using var stream = Known(await _client.V1.Assessments.Stream.PostAsync(request, cancellationToken: Cancellation));
        var (answering, messages) = (new HashSet<MailProtocol?>(), 0L);
        await foreach (var told in RunEvents.ReadAsync(stream, Cancellation))
            switch (told)
            {
                case EndpointReport { Usable: true } endpoint:
                    answering.Add(endpoint.Protocol);
                    break;
                case MailboxReport mailbox:
                    messages = Math.Max(messages, mailbox.Imap?.Messages ?? 0);
                    break;
                case ApiProblem problem:
                    throw problem;
                case AssessmentReport report:
                    Assert.Contains(MailProtocol.Imap, answering);
                    Assert.Contains(MailProtocol.Pop3, answering);
                    Assert.Equal(Stage.Messages, messages);
                    return report;
            }

        throw new EndOfStreamException("The stream was cut off.");
    }

    private static async Task<string> TextAsync(Task<Stream?> file)
    {
        using var reader = new StreamReader(Known(await file));
        return await reader.ReadToEndAsync(Cancellation);
    }

    // Kiota makes every member nullable; these are always written.
    private static T Known<T>(T? value)
        where T : class
    {
        Assert.NotNull(value);
        return value;
    }
}
