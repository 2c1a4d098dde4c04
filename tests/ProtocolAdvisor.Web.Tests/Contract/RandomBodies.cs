using System.Text.Json.Nodes;
using CsCheck;

namespace ProtocolAdvisor.Web.Tests.Contract;

/// <summary>Bodies made from the contract's own schemas: most members are as they should be, some are of another type, out of bounds, unknown or nearly right.</summary>
/// <param name="contract">The contract.</param>
internal sealed class RandomBodies(JsonNode contract)
{
    private const int Deepest = 6;

    private static readonly Gen<string> Odd = Gen.OneOf(
        "\"\"", "\" \"", "\"127.0.0.1\"", "\"10.0.0.1\"", "\"jane@a.invalid\"", "\"SPEED\"", "\"imap,pop3\"", "\"Imap\"", "\"0\"", "\"\\u0000\"", "\"\\ud800\"",
        "0", "1", "-1", "1e400", "1.5", "2147483648", "9223372036854775807", "-0.0", "true", "null", "[]", "[null]", "{}", "[[1]]", "{\"a\":1}");

    /// <summary>Bodies for an operation's request.</summary>
    /// <param name="path">The operation's path; it is a POST.</param>
    internal Gen<string> For(string path) => Of(contract["paths"]![path]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!, 0);

    private Gen<string> Of(JsonNode schema, int depth) => depth > Deepest ? Gen.Const("null") : Gen.Frequency<string>((1, Odd), (9, Sound(schema, depth)));

    private Gen<string> Sound(JsonNode schema, int depth)
    {
        if ((string?)schema["$ref"] is { } reference) return Sound(contract["components"]!["schemas"]![reference.Split('/')[^1]]!, depth);
        if (schema["oneOf"] is JsonArray choices) return Gen.OneOf<string>([.. choices.Select(x => (IGen<string>)Sound(x!, depth))]);
        if (schema["enum"] is JsonArray values) return Gen.OneOf<string>([.. values.Select(x => x!.ToJsonString())]);
        var types = schema["type"] is JsonArray several ? several.Select(x => (string)x!).ToList() : [(string)schema["type"]!];
        return Gen.OneOf<string>([.. types.Select(type => (IGen<string>)OfType(type, schema, depth))]);
    }

    private Gen<string> OfType(string type, JsonNode schema, int depth) => type switch
    {
        "object" => Members(schema["properties"]!.AsObject(), depth),
        "array" => Of(schema["items"]!, depth + 1).Array[0, 3].Select(x => $"[{string.Join(',', x)}]"),
        "integer" => Gen.OneOf("1", "2", "993", "1000", "60000"),
        "number" => Gen.OneOf("1", "0.5", "40"),
        "boolean" => Gen.OneOf("true", "false"),
        "string" => Gen.OneOf("\"jane@10.0.0.1\"", "\"127.0.0.1\"", "\"a.invalid\"", "\"jane\"", "\"secret\"", "\"2026-11-27T06:00:00Z\""),
        _ => Gen.Const("null"),
    };

    // A member may be there twice, and one that nobody knows may be among them.
    private Gen<string> Members(JsonObject properties, int depth)
    {
        var member = Gen.OneOf<string>([.. properties.Select(x => (IGen<string>)Of(x.Value!, depth + 1).Select(value => $"\"{x.Key}\":{value}"))]);
        return Gen.Frequency<string>((19, member), (1, Odd.Select(value => $"\"unknown\":{value}"))).Array[0, 4].Select(x => $"{{{string.Join(',', x)}}}");
    }
}
