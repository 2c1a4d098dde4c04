using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Contract;

/// <summary>
/// What the contract says of an operation's refusals by the gates before it, every operation does: each code is brought about at each operation that has it, and the answer
/// is held against the contract by <see cref="ContractWatch"/>. A code that only its own tests can bring about is named in <see cref="ElsewhereTested"/>.
/// </summary>
public sealed class GateTests : IAsyncLifetime
{
    private const string Key = "correct-horse-battery-staple";
    private const string Narrow = "a-key-that-may-only-audit";
    private const string Once = "a-key-that-may-ask-once";

    private static readonly HashSet<string> ElsewhereTested =
    [
        "bad-request", "request-timeout", "internal-error", "storage-unavailable", "stopping", "target-not-allowed", "too-many-assessments", "too-many-failed-sign-ins",
        "protocol-unknown", "settings-format-unknown", "nothing-recommended", "protocol-not-usable", "outgoing-server-unknown", "sign-in-not-expressible",
        "user-name-not-expressible", "port-not-expressible", "email-of-another-domain", "report-of-another-key", "idempotency-key-reused", "audit-done",
    ];

    private Advisor _open = null!;
    private Advisor _guarded = null!;
    private Advisor _wary = null!;

    public async ValueTask InitializeAsync() => (_open, _guarded, _wary) = (
        await Advisor.StartAsync(),
        await Advisor.StartAsync(settings: [.. KeyOf(0, Key, "assess"), .. KeyOf(1, Narrow, "audit"), .. KeyOf(2, Once, "assess"), ("Access:Keys:2:Scopes:1", "audit"), ("Access:Keys:2:PerMinute", "1"), ("Access:WrongKeysPerMinute", "1000")]),
        await Advisor.StartAsync(clock: new FakeTimeProvider(DateTimeOffset.UtcNow), settings: [.. KeyOf(0, Key, "assess"), ("Access:WrongKeysPerMinute", "1")]));

    public async ValueTask DisposeAsync()
    {
        await _open.DisposeAsync();
        await _guarded.DisposeAsync();
        await _wary.DisposeAsync();
    }

    [Fact]
    public async Task Every_operation_refuses_as_the_contract_says()
    {
        var contract = (await _open.SendAsync(HttpMethod.Get, "/openapi.json")).Json;
        await _guarded.SendAsync(HttpMethod.Get, "/v1/findings", null, ("X-Api-Key", Once));
        await _wary.SendAsync(HttpMethod.Get, "/v1/findings", null, ("X-Api-Key", "a guess"));
        var operations = from path in contract["paths"]!.AsObject() from method in path.Value!.AsObject() select (Path: path.Key, Method: method.Key, Operation: method.Value!);
        foreach (var (path, method, operation) in operations)
            foreach (var code in Codes(operation).Where(x => !ElsewhereTested.Contains(x)))
            {
                var answer = await ProvokeAsync(code, new HttpMethod(method.ToUpperInvariant()), Filled(path), Body(operation));
                Assert.True(answer.Code == code, $"{method} {path} with {code}: {answer.Status} {answer.Text}");
            }
    }

    private Task<Answer> ProvokeAsync(string code, HttpMethod method, string path, string? body) => code switch
    {
        "invalid-request" => SendAsync(_open, method, path + "?no-such-parameter=1", body),
        "assessment-not-found" or "audit-not-found" or "invite-not-found" => SendAsync(_open, method, path, body),
        "malformed-json" => SendAsync(_open, method, path, "{"),
        "body-too-large" => SendAsync(_open, method, path, $"\"{new string('x', IsOfAudits(path) ? 17 << 20 : 270_000)}\""),
        "unsupported-media-type" => SendAsync(_open, method, path, "{}", "text/html"),
        "not-acceptable" => SendAsync(_open, method, path, body, "application/json", ("Accept", "image/png")),
        "host-not-allowed" => SendAsync(_open, method, path, body, "application/json", ("Host", "elsewhere.example")),
        "key-required" => SendAsync(_guarded, method, path, body),
        "key-unknown" => SendAsync(_guarded, method, path, body, "application/json", ("X-Api-Key", Key + "!")),
        "scope-missing" => SendAsync(_guarded, method, path, body, "application/json", ("X-Api-Key", IsOfAudits(path) ? Key : Narrow)),
        "too-many-wrong-keys" => SendAsync(_wary, method, path, body, "application/json", ("X-Api-Key", "another guess")),
        "idempotency-key-invalid" => SendAsync(_open, method, path, body, "application/json", ("Idempotency-Key", "one name, or two")),
        "too-many-requests" => SendAsync(_guarded, method, path, body, "application/json", ("X-Api-Key", Once)),
        _ => throw new InvalidOperationException($"Nobody here knows how to bring about {code}."),
    };

    private static async Task<Answer> SendAsync(Advisor advisor, HttpMethod method, string path, string? body, string mediaType = "application/json", params (string Name, string Value)[] headers)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, mediaType);
        return await advisor.SendAsync(method, path, content, headers);
    }

    private static IEnumerable<string> Codes(JsonNode operation) => operation["responses"]!.AsObject()
        .SelectMany(x => x.Value!["content"]?["application/problem+json"]?["examples"]?.AsObject().Select(example => example.Key) ?? []);

    private static string? Body(JsonNode operation) => operation["requestBody"]?["content"]!["application/json"]!["example"]!.ToJsonString();

    private static bool IsOfAudits(string path) => path.StartsWith("/v1/audits", StringComparison.Ordinal);

    private static string Filled(string path) => path.Replace("{id}", "unknown", StringComparison.Ordinal).Replace("{format}", "text", StringComparison.Ordinal)
        .Replace("{number}", "1", StringComparison.Ordinal);

    private static (string Key, string? Value)[] KeyOf(int place, string key, string scope) =>
    [
        ($"Access:Keys:{place}:Name", $"key{place}"), ($"Access:Keys:{place}:Sha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))),
        ($"Access:Keys:{place}:Scopes:0", scope),
    ];
}
