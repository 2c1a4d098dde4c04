using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Cli.Audits;

/// <summary>Audits of a service, over its HTTP interface. A line that breaks is taken up again: an upload is known by its key, events by
/// their number.</summary>
internal sealed class RemoteAudits : IDisposable
{
    private const int MostTries = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(10);
    private readonly HttpClient _http;

    /// <summary>A service.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="language">The language in which it is to speak.</param>
    public RemoteAudits(Uri address, Language language)
    {
        var root = address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
        var wire = new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = ConnectTime };
        _http = new HttpClient(wire) { BaseAddress = root, Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language.Tag);
    }

    /// <summary>Sends a key along from now on.</summary>
    public void UseKey(Secret key) => _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Reveal());

    /// <summary>Uploads a list and begins its audit.</summary>
    /// <param name="list">The list, as it is.</param>
    /// <param name="isTable">Whether it is a table (CSV).</param>
    /// <param name="query">What else is asked for, as a query; empty for nothing.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public Task<AuditState> BeginAsync(byte[] list, bool isTable, string query, CancellationToken cancellationToken)
    {
        var key = Guid.NewGuid().ToString("N");
        return TriedAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"v1/audits{query}") { Content = new ByteArrayContent(list) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(isTable ? "text/csv" : "text/plain", "utf-8");
            request.Headers.Add("Idempotency-Key", key);
            return await ReadAsync<AuditState>(request, cancellationToken);
        }, cancellationToken);
    }

    /// <summary>The audit as it is now.</summary>
    public Task<AuditState> OpenAsync(string id, CancellationToken cancellationToken) => TriedAsync(async () =>
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, PathOf(id));
        return await ReadAsync<AuditState>(request, cancellationToken);
    }, cancellationToken);

    /// <summary>Follows it until its last subject is finished, or somebody pauses it or takes it away.</summary>
    public async IAsyncEnumerable<AuditProgress> FollowAsync(string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (last, ended, refusal) = ("", false, (ServiceRefusalException?)null);
        for (var failed = 0; !ended && failed < MostTries;)
        {
            await using var events = EventsAsync(id, last, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (true)
            {
                SseItem<string>? next;
                try
                {
                    next = await events.MoveNextAsync() ? events.Current : null;
                }
                catch (Exception exception) when (exception is HttpRequestException or IOException || IsPassing(exception))
                {
                    (next, refusal) = (null, exception as ServiceRefusalException);
                }

                if (next is not { } item) break;
                failed = 0;
                last = item.EventId ?? last;
                ended = item.EventType == "done";
                if (item.EventType == "progress")
                    yield return JsonSerializer.Deserialize<AuditProgress>(item.Data, WireJson.IgnoringUnknown)!;
            }

            failed++;
            if (!ended) await Task.Delay(Pause * failed, TimeProvider.System, cancellationToken);
        }

        if (!ended) throw refusal ?? (Exception)new HttpRequestException(HttpRequestError.ConnectionError);
    }

    /// <summary>Every result in a form, as it comes.</summary>
    /// <param name="id">The audit.</param>
    /// <param name="mediaType"><c>text/csv</c> or <c>application/jsonl</c>.</param>
    /// <param name="into">Where to.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task CopyResultsAsync(string id, string mediaType, Stream into, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{PathOf(id)}/results");
        request.Headers.Accept.ParseAdd(mediaType);
        using var response = await SendAsync(request, cancellationToken);
        await response.Content.CopyToAsync(into, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static string PathOf(string id) => $"v1/audits/{Uri.EscapeDataString(id)}";

    private async IAsyncEnumerable<SseItem<string>> EventsAsync(string id, string last,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{PathOf(id)}/events");
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (last.Length > 0) request.Headers.TryAddWithoutValidation("Last-Event-ID", last);
        using var response = await SendAsync(request, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken)) yield return item;
    }

    private async Task<T> ReadAsync<T>(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await SendAsync(request, cancellationToken);
        return JsonSerializer.Deserialize<T>(await response.Content.ReadAsStringAsync(cancellationToken), WireJson.IgnoringUnknown)!;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.IsSuccessStatusCode) return response;
        using (response) throw await ServiceRefusalException.ReadAsync(response, cancellationToken);
    }

    private static async Task<T> TriedAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await work();
            }
            catch (Exception exception) when (tried < MostTries && MayHelp(exception))
            {
                await Task.Delay(Pause * tried, TimeProvider.System, cancellationToken);
            }
        }
    }

    // Nobody listens there: that is told at once, for the address is likely wrong.
    private static bool MayHelp(Exception exception) => exception is IOException
        or HttpRequestException
    {
        HttpRequestError: not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError),
    }
        || IsPassing(exception);

    // The service, or what stands before it, while it is busy or starts anew.
    private static bool IsPassing(Exception exception) => exception is ServiceRefusalException
    {
        Status: (int)HttpStatusCode.TooManyRequests or (int)HttpStatusCode.BadGateway or (int)HttpStatusCode.ServiceUnavailable or (int)HttpStatusCode.GatewayTimeout,
    };
}
