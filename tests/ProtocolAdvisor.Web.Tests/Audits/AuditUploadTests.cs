using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using ProtocolAdvisor.Web.Tests.Contract;
using ProtocolAdvisor.Web.Tests.Hosting;
using ProtocolAdvisor.Web.Tests.Hosting.Databases;

namespace ProtocolAdvisor.Web.Tests.Audits;

/// <summary>Lists through the host: taken whole or not at all, shown to whom they belong.</summary>
public sealed class AuditUploadTests : IAsyncLifetime
{
    private const string Owner = "a-key-of-one-owner";
    private const string Other = "a-key-of-another";
    private const string Admin = "a-key-that-administers";
    private readonly SqliteTestDatabase _database = new();
    private Advisor _advisor = null!;

    public async ValueTask InitializeAsync() => _advisor = await _database.StartAsync(
        null,
        [
            ("Dns:Servers:0", FuzzTests.NoNameServer()), ("Dns:Timeout", "00:00:00.1"), ("Access:AllowAnonymous", "true"),
            .. Key(0, Owner, "audit"), .. Key(1, Other, "audit"), .. Key(2, Admin, "admin"),
        ]);

    public async ValueTask DisposeAsync()
    {
        await _advisor.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_list_that_is_wrong_leaves_nothing_behind_and_one_wrong_line_is_enough()
    {
        var good = string.Concat(Enumerable.Range(0, 500).Select(x => $"c{x}.example\n"));
        foreach (var (list, type, query, errors) in new (string, string, string, string[])[]
        {
            (good + "no subject\n" + good, "text/plain", "", ["line 501 subject-invalid"]),
            ("domain;x\r\nexample.com;1\r\n;2", "text/csv", "", ["line 3 subject-cell-missing"]),
            ("PK\u0003\u0004", "text/csv", "", ["$ not-a-text-list"]),
            ("no subject", "text/plain", "?repeatEvery=weekly&perHostPerMinute=x&catalogueFromNetwork=yes&name=%20",
                ["?perHostPerMinute wrong-type", "?catalogueFromNetwork wrong-type", "?name audit-name-invalid", "?repeatEvery repeat-every-invalid", "line 1 subject-invalid"]),
            ("example.com", "text/plain", "?compareWith=unknown", ["?compareWith audit-unknown"]),
            ("""{"subjects":["example.com"," ","x y"]}""", "application/json", "", ["$.subjects[1] subject-invalid", "$.subjects[2] subject-invalid"]),
            ("""{"subjects":["example.com",null,1]}""", "application/json", "", ["$.subjects[1] wrong-type", "$.subjects[2] wrong-type"]),
            ("""{"subjects":[]}""", "application/json", "", ["$.subjects subjects-count"]),
            ($$"""{"subjects":[{{string.Join(',', Enumerable.Repeat("null", 200_000))}}]}""", "application/json", "", ["$.subjects subjects-count"]),
            ("""{"subjects":["example.com"]}""", "application/json", "?name=x", ["?name unknown-parameter"]),
            ("""{"subjects":["example.com"],"perHostPerMinute":9}""", "application/json", "", ["$.perHostPerMinute per-host-per-minute-out-of-range"]),
        })
        {
            var answer = await _advisor.UploadAsync(list, type, query);
            Assert.Equal((400, string.Join('\n', errors)), (answer.Status, string.Join('\n', answer.Errors)));
        }

        foreach (var table in new[] { "Audits", "AuditItems" }) Assert.Equal(0L, await _database.RunAsync($"SELECT COUNT(*) FROM \"{table}\""));
    }

    [Fact]
    public async Task What_is_too_large_or_of_another_kind_is_refused_as_a_problem()
    {
        Assert.Equal((413, "body-too-large"), await CodeAsync(new string('x', (16 << 20) + 1), "text/plain"));
        Assert.Equal((415, "unsupported-media-type"), await CodeAsync("example.com", "application/vnd.ms-excel"));
        using var latin = new ByteArrayContent("example.com"u8.ToArray());
        latin.Headers.ContentType = MediaTypeHeaderValue.Parse("text/plain; charset=iso-8859-1");
        Assert.Equal(415, (await _advisor.SendAsync(HttpMethod.Post, "/v1/audits", latin)).Status);
        using var compressed = new ByteArrayContent([31, 139]);
        compressed.Headers.ContentType = MediaTypeHeaderValue.Parse("text/plain");
        compressed.Headers.ContentEncoding.Add("gzip");
        Assert.Equal(415, (await _advisor.SendAsync(HttpMethod.Post, "/v1/audits", compressed)).Status);
    }

    // Browsers tell how much they send; whoever does not is judged by what came.
    [Fact]
    public async Task A_form_without_its_length_is_held_against_the_same_bound()
    {
        using var client = _advisor.CreateClient();
        foreach (var (field, length, status) in new[] { ("file", 17 << 20, 413), ("another", 17 << 20, 413), ("list", 5 << 20, 200) })
        {
            using var form = new MultipartFormDataContent { { new StringContent("#".PadRight(length, '\n') + "form.example"), field } };
            if (field == "another") form.Add(new StringContent("form.example"), "list");
            if (field != "list") form.First().Headers.ContentDisposition!.FileName = "list.txt";
            using var request = new HttpRequestMessage(HttpMethod.Post, "/audits") { Content = form };
            request.Headers.TransferEncodingChunked = true;
            using var reply = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal((status, status == 200), ((int)reply.StatusCode, reply.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/audits/", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task An_audit_is_its_owners_and_the_administrators_and_to_others_there_is_none()
    {
        var made = await _advisor.UploadAsync("example.com", "text/plain", "?name=mine", ("X-Api-Key", Owner));
        var path = made.Reply.Headers.Location!.ToString();
        foreach (var (key, status) in new[] { (Owner, 200), (Admin, 200), (Other, 404) })
        {
            foreach (var part in new[] { "", "/results", "/changes?since=" + path.Split('/')[^1] })
                Assert.Equal(status, (await _advisor.SendAsync(HttpMethod.Get, path + part, null, ("X-Api-Key", key))).Status);
            Assert.Equal(status, (await _advisor.SendAsync(HttpMethod.Post, path + "/pause", null, ("X-Api-Key", key))).Status);
            var listed = (await _advisor.SendAsync(HttpMethod.Get, "/v1/audits", null, ("X-Api-Key", key))).Json["items"]!.AsArray();
            Assert.Equal(status == 200 ? 1 : 0, listed.Count(x => (string?)x!["name"] == "mine"));
        }

        Assert.Equal(404, (await _advisor.SendAsync(HttpMethod.Delete, path, null, ("X-Api-Key", Other))).Status);
        Assert.Equal(400, (await _advisor.UploadAsync("example.com", "text/plain", $"?compareWith={path.Split('/')[^1]}", ("X-Api-Key", Other))).Status);
        Assert.Equal(202, (await _advisor.UploadAsync("example.com", "text/plain", $"?compareWith={path.Split('/')[^1]}", ("X-Api-Key", Owner))).Status);
        Assert.Equal(204, (await _advisor.SendAsync(HttpMethod.Delete, path, null, ("X-Api-Key", Owner))).Status);
    }

    [Fact]
    public async Task A_hundred_thousand_subjects_are_taken_in_seconds_and_asked_for_in_less_than_one()
    {
        var list = string.Concat(Enumerable.Range(0, 100_000).Select(x => $"customer{x}.example\n"));
        var began = TimeProvider.System.GetTimestamp();
        var made = await _advisor.UploadAsync(list, "text/plain", "?name=all");
        Assert.Equal((202, 100_000), (made.Status, (int)made.Json["progress"]!["total"]!));
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0, 15);
        var path = made.Reply.Headers.Location!.ToString();
        foreach (var part in new[] { "", "/results?limit=500&cursor=99000", "/results?state=waiting&limit=1" })
        {
            began = TimeProvider.System.GetTimestamp();
            Assert.Equal(200, (await _advisor.SendAsync(HttpMethod.Get, path + part)).Status);
            Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0, 3);
        }
    }

    private async Task<(int Status, string? Code)> CodeAsync(string list, string type)
    {
        var answer = await _advisor.UploadAsync(list, type);
        return (answer.Status, answer.Code);
    }

    private static (string Key, string? Value)[] Key(int place, string key, string scope) =>
    [
        ($"Access:Keys:{place}:Name", $"key{place}"), ($"Access:Keys:{place}:Sha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))),
        ($"Access:Keys:{place}:Scopes:0", scope),
    ];
}
