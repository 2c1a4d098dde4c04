using System.Text;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Contract;

public sealed class BadRequestTests(SharedAdvisor shared) : IClassFixture<SharedAdvisor>
{
    private const string Host = "\"server\":{\"host\":\"127.0.0.1\"}";

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("nonsense")]
    [InlineData("{\"email\":\"a@example.com\",}")]
    [InlineData("{\"email\":\"a@example.com\"} {}")]
    [InlineData("   ")]
    [InlineData("{\"email\":\"a@example.com\"}\0")]
    [InlineData("{\"email\":\"a\0@example.com\"}")]
    [InlineData("// a comment\n{\"email\":\"a@example.com\"}")]
    [InlineData("{\"email\":\"a@example.com\",/* a comment */\"usage\":{}}")]
    [InlineData("{\"deadlineMs\":NaN}")]
    [InlineData("{\"usage\":{\"usage\":{\"usage\":{\"usage\":{\"usage\":{\"usage\":{\"usage\":{\"usage\":{\"usage\":{\"usage\":{\"usage\":{\"usage\":{\"usage\":{\"usage\":{\"usage\":{\"usage\":{\"usage\":{}}}}}}}}}}}}}}}}}}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public async Task Malformed_json_is_named_as_such(string body)
    {
        var answer = await shared.Advisor.PostAsync("/v1/assessments", body);
        Assert.Equal((400, "malformed-json", "application/problem+json"), (answer.Status, answer.Code, answer.MediaType));
        Assert.Equal(["$ malformed-json"], answer.Errors);
    }

    [Fact]
    public async Task Text_that_is_not_utf8_is_malformed()
    {
        using var body = new ByteArrayContent([.. "{\"email\":\""u8, 0xFF, 0xFE, .. "\"}"u8]);
        body.Headers.ContentType = new("application/json");
        var answer = await shared.Advisor.SendAsync(HttpMethod.Post, "/v1/assessments", body);
        Assert.Equal(400, answer.Status);
    }

    [Theory]
    [InlineData("null", "$ wrong-type")]
    [InlineData("[]", "$ wrong-type")]
    [InlineData("\"text\"", "$ wrong-type")]
    [InlineData("{" + Host + ",\"deadlineMs\":\"15000\"}", "$.deadlineMs wrong-type")]
    [InlineData("{" + Host + ",\"deadlineMs\":1.5}", "$.deadlineMs wrong-type")]
    [InlineData("{" + Host + ",\"deadlineMs\":99999999999}", "$.deadlineMs wrong-type")]
    [InlineData("{" + Host + ",\"email\":7}", "$.email wrong-type")]
    [InlineData("{" + Host + ",\"email\":\"a\\ud800@example.com\"}", "$.email wrong-type")]
    [InlineData("{\"email\":\"a@example.com\",\"credentials\":{\"password\":12345}}", "$.credentials.password wrong-type")]
    [InlineData("{" + Host + ",\"credentials\":[]}", "$.credentials wrong-type")]
    [InlineData("{" + Host + ",\"usage\":{\"priority\":\"fun\"}}", "$.usage.priority wrong-type")]
    [InlineData("{" + Host + ",\"usage\":{\"priority\":0}}", "$.usage.priority wrong-type")]
    [InlineData("{" + Host + ",\"usage\":{\"priority\":\"SPEED\"}}", "$.usage.priority wrong-type")]
    [InlineData("{" + Host + ",\"usage\":{\"priority\":\"speed,flexibility\"}}", "$.usage.priority wrong-type")]
    [InlineData("{" + Host + ",\"usage\":{\"backup\":\" none\"}}", "$.usage.backup wrong-type")]
    [InlineData("{\"server\":{\"endpoints\":[{\"protocol\":\"imap,pop3\",\"host\":\"127.0.0.1\",\"port\":993,\"security\":\"implicitTls\"}]}}", "$.server.endpoints[0].protocol wrong-type")]
    [InlineData("{\"server\":{\"endpoints\":[{\"protocol\":\"imap\",\"host\":\"127.0.0.1\",\"port\":993,\"security\":\"startTls,cleartext\"}]}}", "$.server.endpoints[0].security wrong-type")]
    [InlineData("{" + Host + ",\"usage\":{\"webmail\":\"true\"}}", "$.usage.webmail wrong-type")]
    [InlineData("{" + Host + ",\"usage\":{\"devices\":1e400}}", "$.usage.devices wrong-type")]
    [InlineData("{" + Host + ",\"measurement\":{\"maxBytes\":9223372036854775808}}", "$.measurement.maxBytes wrong-type")]
    [InlineData("{" + Host + ",\"usage\":{\"today\":0,\"priority\":\"\",\"backup\":\"none,regular\"}}", "$.usage.today wrong-type;$.usage.priority wrong-type;$.usage.backup wrong-type")]
    [InlineData("{\"server\":{\"endpoints\":[null]}}", "$.server.endpoints[0] wrong-type")]
    [InlineData("{\"server\":{\"endpoints\":{}}}", "$.server.endpoints wrong-type")]
    [InlineData("{\"email\":\"a@example.com\",\"email\":\"b@example.com\"}", "$.email duplicate-member")]
    [InlineData("{\"email\":\"a@example.com\",\"credentials\":{\"password\":\"x\",\"password\":\"y\"}}", "$.credentials.password duplicate-member")]
    [InlineData("{" + Host + ",\"pasword\":\"x\"}", "$.pasword unknown-member")]
    [InlineData("{" + Host + ",\"credentials\":{\"username\":\"jane\",\"password\":\"y\",\"Password\":\"x\"}}", "$.credentials.Password unknown-member")]
    [InlineData("{" + Host + ",\"usage\":{\"link\":{\"upload\":1}}}", "$.usage.link.upload unknown-member")]
    [InlineData("{" + Host + ",\"credentials\":{\"username\":\"jane\",\"password\":\"y\",\"hunter2!\":\"x\"}}", "$.credentials.* unknown-member")]
    public async Task Wrong_types_and_unknown_members_are_named_by_path(string body, string error)
    {
        var answer = await shared.Advisor.PostAsync("/v1/assessments", body);
        Assert.Equal((400, "invalid-request"), (answer.Status, answer.Code));
        Assert.Equal(error.Split(';'), answer.Errors);
    }

    [Theory]
    [InlineData("{\"email\":\"jane\",\"usage\":{\"devices\":\"many\",\"people\":0}}", "$.usage.devices wrong-type;$.email email-invalid;$.usage.people people-out-of-range")]
    [InlineData("{\"email\":\"jane\",\"deadlineMs\":\"1\",\"hots\":1}", "$.deadlineMs wrong-type;$.hots unknown-member;$.email email-invalid")]
    [InlineData("{\"server\":{\"endpoints\":[{\"protocol\":\"imap\",\"host\":\"a b\",\"port\":\"993\",\"security\":\"startTls\"}]}}", "$.server.endpoints[0].port wrong-type;$.server.endpoints[0].host host-invalid")]
    [InlineData("{\"email\":7}", "$.email wrong-type")]
    [InlineData("{\"email\":\"jane\",\"email\":7}", "$.email duplicate-member;$.email wrong-type")]
    [InlineData("{\"email\":\"jane\",\"server\":{\"endpoints\":[null]}}", "$.server.endpoints[0] wrong-type;$.email email-invalid")]
    [InlineData("{\"email\":5,\"usage\":{\"devices\":0}}", "$.email wrong-type;$.usage.devices devices-out-of-range")]
    [InlineData("{\"server\":5,\"credentials\":\"x\",\"usage\":{\"devices\":0}}", "$.server wrong-type;$.credentials wrong-type;$.usage.devices devices-out-of-range")]
    [InlineData("{\"server\":{\"endpoints\":\"imap\"},\"deadlineMs\":1}", "$.server.endpoints wrong-type;$.deadlineMs deadline-out-of-range")]
    [InlineData("{\"server\":{\"endpoints\":[7,{\"protocol\":\"x\",\"host\":\"a b\",\"port\":0}]}}", "$.server.endpoints[0] wrong-type;$.server.endpoints[1].protocol wrong-type;$.server.endpoints[1].host host-invalid;$.server.endpoints[1].port port-out-of-range;$.server.endpoints[1].security security-required")]
    [InlineData("{\"email\":\"a@example.com\",\"usage\":{\"devices\":1,\"devices\":0,\"people\":0}}", "$.usage.devices duplicate-member;$.usage.people people-out-of-range")]
    [InlineData("{\"server\":{\"host\":\"a.example\"},\"credentials\":{\"password\":{},\"accessToken\":\"x\"}}", "$.credentials.password wrong-type;$.credentials.accessToken password-and-token;$.credentials.username username-required")]
    [InlineData("{\"email\":\"jane\",\"credentials\":{\"username\":\"jane\",\"accessToken\":[]}}", "$.credentials.accessToken wrong-type;$.email email-invalid")]
    public async Task A_wrong_type_hides_no_other_complaint_and_raises_none_about_what_it_took_away(string body, string errors)
    {
        var answer = await shared.Advisor.PostAsync("/v1/assessments", body);
        Assert.Equal((400, "invalid-request"), (answer.Status, answer.Code));
        Assert.Equal(errors.Split(';'), answer.Errors);
    }

    [Theory]
    [InlineData("{}", "$.server server-required")]
    [InlineData("{\"hots\":1,\"email\":\"jane\"}", "$.hots unknown-member;$.email email-invalid")]
    [InlineData("\uFEFF{}", "$.server server-required")]
    [InlineData("{\"credentials\":{\"username\":\"jane\",\"password\":\"x\"}}", "$.server server-required")]
    [InlineData("{\"server\":{}}", "$.server.host host-required")]
    [InlineData("{\"server\":{\"host\":\"no host\"}}", "$.server.host host-invalid")]
    [InlineData("{\"server\":{\"host\":\"127.1\"}}", "$.server.host host-invalid")]
    [InlineData("{\"server\":{\"endpoints\":[]}}", "$.server.host host-required;$.server.endpoints endpoints-count")]
    [InlineData("{" + Host + ",\"email\":\"jane\"}", "$.email email-invalid")]
    [InlineData("{" + Host + ",\"deadlineMs\":999}", "$.deadlineMs deadline-out-of-range")]
    [InlineData("{" + Host + ",\"deadlineMs\":60001}", "$.deadlineMs deadline-out-of-range")]
    [InlineData("{" + Host + ",\"measurement\":{\"samples\":51,\"maxBytes\":67108865}}", "$.measurement.samples samples-out-of-range;$.measurement.maxBytes max-bytes-out-of-range")]
    [InlineData("{" + Host + ",\"usage\":{\"devices\":0,\"people\":0}}", "$.usage.devices devices-out-of-range;$.usage.people people-out-of-range")]
    [InlineData("{" + Host + ",\"usage\":{\"link\":{\"downMbit\":0}}}", "$.usage.link.downMbit down-mbit-out-of-range")]
    [InlineData("{\"server\":{\"endpoints\":[{}]}}", "$.server.endpoints[0].protocol protocol-required;$.server.endpoints[0].port port-required;$.server.endpoints[0].security security-required;$.server.endpoints[0].host host-required")]
    [InlineData("{\"server\":{\"endpoints\":[{\"protocol\":\"imap\",\"host\":\"a.example\",\"port\":0,\"security\":\"startTls\"}]}}", "$.server.endpoints[0].port port-out-of-range")]
    [InlineData("{" + Host + ",\"credentials\":{\"password\":\"x\"}}", "$.credentials.username username-required")]
    [InlineData("{" + Host + ",\"credentials\":{\"username\":\"jane\"}}", "$.credentials.password secret-required")]
    [InlineData("{" + Host + ",\"credentials\":{\"username\":\"jane\",\"password\":\"x\",\"accessToken\":\"y\"}}", "$.credentials.accessToken password-and-token")]
    [InlineData("{" + Host + ",\"credentials\":{\"username\":\"\",\"password\":\"\"}}", "$.credentials.username username-length;$.credentials.password password-length")]
    [InlineData("{" + Host + ",\"credentials\":{\"username\":\"a\\r\\nDELE 1\",\"password\":\"x\"}}", "$.credentials.username username-control-character")]
    [InlineData("{" + Host + ",\"credentials\":{\"username\":\"a\\u0000b\",\"password\":\"x\\u0000\"}}", "$.credentials.username username-control-character;$.credentials.password password-control-character")]
    [InlineData("{" + Host + ",\"credentials\":{\"username\":\"jane\",\"accessToken\":\"a b\"}}", "$.credentials.accessToken token-character")]
    public async Task Every_wrong_member_is_listed_with_its_code(string body, string errors)
    {
        var answer = await shared.Advisor.PostAsync("/v1/assessments", body);
        Assert.Equal((400, "invalid-request"), (answer.Status, answer.Code));
        Assert.Equal(errors.Split(';'), answer.Errors);
    }

    [Theory]
    [InlineData("username", 321, "$.credentials.username username-length")]
    [InlineData("password", 1025, "$.credentials.password password-length")]
    [InlineData("accessToken", 16385, "$.credentials.accessToken token-length")]
    public async Task Endless_strings_are_refused(string member, int length, string error)
    {
        var credentials = new Dictionary<string, string> { ["username"] = "jane", [member] = new('x', length) };
        if (member == "username") credentials["password"] = "x";
        var json = System.Text.Json.JsonSerializer.Serialize(credentials);
        var answer = await shared.Advisor.PostAsync("/v1/assessments", "{" + Host + ",\"credentials\":" + json + "}");
        Assert.Equal([error], answer.Errors);
    }

    [Fact]
    public async Task Seventeen_endpoints_are_too_many()
    {
        var endpoint = """{"protocol":"imap","port":993,"security":"implicitTls"}""";
        var body = $$$"""{"server":{"host":"127.0.0.1","endpoints":[{{{string.Join(',', Enumerable.Repeat(endpoint, 17))}}}]}}""";
        Assert.Equal(["$.server.endpoints endpoints-count"], (await shared.Advisor.PostAsync("/v1/assessments", body)).Errors);
    }

    [Fact]
    public async Task A_body_over_256_KiB_is_refused_with_and_without_a_length()
    {
        var huge = new string('x', 270_000);
        var known = await shared.Advisor.PostAsync("/v1/assessments", $$"""{"email":"{{huge}}"}""");
        Assert.Equal((413, "body-too-large"), (known.Status, known.Code));
        using var chunked = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"email":"{{huge}}"}""")));
        chunked.Headers.ContentType = new("application/json");
        var unknown = await shared.Advisor.SendAsync(HttpMethod.Post, "/v1/assessments", chunked, ("Transfer-Encoding", "chunked"));
        Assert.Equal((413, "body-too-large"), (unknown.Status, unknown.Code));
        Assert.Equal((string?)known.Json["detail"], (string?)unknown.Json["detail"]);
    }

    [Fact]
    public async Task A_client_that_is_still_sending_too_large_a_body_gets_its_answer_and_keeps_its_connection()
    {
        using var socket = new System.Net.Sockets.TcpClient();
        var token = TestContext.Current.CancellationToken;
        await socket.ConnectAsync("127.0.0.1", shared.Advisor.ClientOptions.BaseAddress.Port, token);
        await using var stream = socket.GetStream();
        using var answers = new StreamReader(stream, Encoding.ASCII);
        const int length = 4_000_000;
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /v1/assessments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n"), token);
        Assert.Equal("HTTP/1.1 413 Payload Too Large", await answers.ReadLineAsync(token));
        await stream.WriteAsync(new byte[length], token);
        await stream.WriteAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8.ToArray(), token);
        Assert.Contains("HTTP/1.1 200 OK", await answers.ReadToEndAsync(token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("IMAP")]
    [InlineData("imap,pop3")]
    [InlineData("%20imap")]
    [InlineData("0")]
    [InlineData("submission")]
    [InlineData("")]
    public async Task A_protocol_in_the_query_is_read_exactly(string protocol)
    {
        var answer = await shared.Advisor.SendAsync(HttpMethod.Get, $"/v1/assessments/x/settings/text?protocol={protocol}");
        Assert.Equal((400, "protocol-unknown"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("/v1/findings?lang=de", "?lang unknown-parameter")]
    [InlineData("/v1/assessments/x/settings/apple?protocol=imap&Password1=x&b=", "?* unknown-parameter;?b unknown-parameter")]
    [InlineData("/v1/assessments/x?id=y", "?id unknown-parameter")]
    [InlineData("/v1/assessments?domain=a.example&domain=b.example", "?domain duplicate-member")]
    [InlineData("/v1/assessments?limit=1&page=1&limit=1", "?limit duplicate-member;?page unknown-parameter")]
    [InlineData("/v1/assessments/x/settings/text?protocol=imap&protocol=imap", "?protocol duplicate-member")]
    [InlineData("/v1/audits/x/results?state=waiting&state=done", "?state duplicate-member")]
    public async Task Query_parameters_that_nobody_knows_or_that_are_there_twice_are_refused(string path, string errors)
    {
        var answer = await shared.Advisor.SendAsync(HttpMethod.Get, path);
        Assert.Equal((400, "invalid-request"), (answer.Status, answer.Code));
        Assert.Equal(errors.Split(';'), answer.Errors);
    }

    [Theory]
    [InlineData("{\"facts\":{\"imap\":{\"messages\":-1}}}", "$.facts.imap.messages amount-out-of-range")]
    [InlineData("{\"facts\":{\"imap\":{\"quota\":{\"usedBytes\":1}}}}", "$.facts.imap.quota.limitBytes required")]
    [InlineData("{\"facts\":{\"imap\":{\"deflate\":{\"ratio\":-1,\"spread\":0}}}}", "$.facts.imap.deflate.ratio deflate-out-of-range")]
    [InlineData("{\"facts\":{\"pop3\":{\"heldBackConnecting\":2147483647}}}", "$.facts.pop3.heldBackConnecting connect-round-trips-out-of-range")]
    [InlineData("{\"facts\":{\"imap\":{\"connectServerMs\":-0.1}}}", "$.facts.imap.connectServerMs server-time-out-of-range")]
    [InlineData("{\"facts\":{\"asOf\":\"2026-01-01T00:00:00Z\"}}", "$.facts.asOf unknown-member")]
    [InlineData("{\"facts\":{\"pop3\":{\"signIn\":\"perhaps\"}}}", "$.facts.pop3.signIn wrong-type")]
    [InlineData("{\"facts\":{\"imap\":{\"countDifferences\":null}}}", "$.facts.imap.countDifferences wrong-type")]
    [InlineData("{\"facts\":{\"imap\":{\"countDifferences\":null,\"largestFolders\":[]}}}", "$.facts.imap.countDifferences wrong-type")]
    [InlineData("{\"facts\":{\"imap\":{\"quota\":{\"usedBytes\":1},\"messages\":-1}},\"usage\":{\"people\":0}}", "$.facts.imap.quota.limitBytes required;$.usage.people people-out-of-range;$.facts.imap.messages amount-out-of-range")]
    [InlineData("{\"facts\":{\"pop3\":{\"fetch\":{}},\"imap\":{\"bytes\":-1,\"largestFolders\":[{\"role\":\"x\",\"messages\":-1,\"bytes\":1}]}}}", "$.facts.pop3.fetch.samples required;$.facts.pop3.fetch.bytes required;$.facts.pop3.fetch.medianMs required;$.facts.pop3.fetch.p95Ms required;$.facts.pop3.fetch.minMs required;$.facts.pop3.fetch.maxMs required;$.facts.pop3.fetch.batched required;$.facts.imap.largestFolders[0].role wrong-type;$.facts.imap.bytes amount-out-of-range;$.facts.imap.largestFolders[0].messages amount-out-of-range")]
    public async Task Wrong_facts_are_listed_too(string body, string errors)
    {
        var answer = await shared.Advisor.PostAsync("/v1/recommendations", body);
        Assert.Equal(400, answer.Status);
        Assert.Equal(errors.Split(';'), answer.Errors);
    }
}
