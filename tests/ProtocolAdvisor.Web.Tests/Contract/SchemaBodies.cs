using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;

namespace ProtocolAdvisor.Web.Tests.Contract;

/// <summary>Bodies made from the contract's own schemas, as text: what a program that trusts them may send, and what comes of mistakes.</summary>
/// <param name="contract">The contract.</param>
internal sealed class SchemaBodies(JsonNode contract)
{
    private const decimal NoBound = 1_000_000_000_000;
    private const int LongestText = 20_000;

    // What is wrong nearly everywhere, as JSON writes it.
    private static readonly string[] Strange =
    [
        "\"\"", "\" \"", "\"10.0.0.1\"", "\"0\"", "\"1\"", "\"true\"", "\"null\"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\ud83d\\ude00\"", "\"\\u202e\"", "\"-\"", "\"a b\"",
        "0", "1", "-1", "1.5", "2.0", "1e2", "1e400", "-1e400", "1e-400", "-0.0", "2147483648", "9223372036854775807", "9223372036854775808", "18446744073709551616", "true", "false", "null",
        "[]", "[null]", "[[1]]", "{}", "{\"a\":1}", "{\"\":null}",
    ];

    /// <summary>Bodies that fit.</summary>
    public Gen<string> Sound(JsonNode schema) => Of(schema, "", false);

    /// <summary>Bodies of which here and there a member is of another type, out of bounds, unknown, missing or there twice.</summary>
    public Gen<string> Mutated(JsonNode schema) => Of(schema, "", true);

    private Gen<string> Of(JsonNode schema, string name, bool errs)
    {
        if ((string?)schema["$ref"] is { } reference) return Of(contract["components"]!["schemas"]![reference.Split('/')[^1]]!, name, errs);
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices) return Gen.OneOf<string>([.. choices.Select(x => (IGen<string>)Of(x!, name, errs))]);
        var sound = schema["enum"] is JsonArray values ? OneOf(values.Select(x => x!.ToJsonString())) : Gen.OneOf<string>([.. Types(schema).Select(x => (IGen<string>)OfType(x, schema, name, errs))]);
        return errs ? Gen.Frequency<string>((12, sound), (1, OneOf([.. Strange, .. NearlyRight(schema)]))) : sound;
    }

    private static IEnumerable<string> Types(JsonNode schema) => schema["type"] is JsonArray several ? several.Select(x => (string)x!) : [(string)schema["type"]!];

    private Gen<string> OfType(string type, JsonNode schema, string name, bool errs) => type switch
    {
        "object" => Object(schema, errs),
        "array" => Array(schema, name, errs),
        "integer" => Gen.Select(Number(schema, 0), OneOf(["", "", "", ".0"]), (number, end) => number + end),
        "number" => Number(schema, 2),
        "boolean" => OneOf(["true", "false"]),
        "string" => OneOf(Texts(schema, name)),
        "null" => Gen.Const("null"),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private Gen<string> Object(JsonNode schema, bool errs)
    {
        var required = (schema["required"] as JsonArray ?? []).Select(x => (string)x!).ToHashSet();
        var members = (schema["properties"] as JsonObject ?? []).Select(x => Member(x.Key, Of(x.Value!, x.Key, errs), required.Contains(x.Key), errs)).ToList();
        if (schema["additionalProperties"] is JsonObject others) members.Add(Member("other", Of(others, "", errs), false, errs));
        if (errs) members.Add(Gen.Frequency<string>((15, Gen.Const("")), (1, OneOf(["\"unknown\":1", "\"\":null", "\"Password\":\"x\"", "\"a.b[0]\":{}", "\"\\ud800\":1"]))));
        return members.Aggregate(Gen.Const(""), (all, one) => Gen.Select(all, one, (x, y) => x.Length == 0 || y.Length == 0 ? x + y : $"{x},{y}")).Select(x => $"{{{x}}}");
    }

    private static Gen<string> Member(string name, Gen<string> value, bool required, bool errs)
    {
        var one = value.Select(x => $"\"{name}\":{x}");
        var there = errs ? Gen.Frequency<string>((30, one), (1, Gen.Select(one, one, (x, y) => $"{x},{y}"))) : one;
        return (required, errs) switch
        {
            (true, false) => there,
            (true, true) => Gen.Frequency<string>((30, there), (1, Gen.Const(""))),
            _ => Gen.Frequency<string>((1, there), (1, Gen.Const(""))),
        };
    }

    private Gen<string> Array(JsonNode schema, string name, bool errs)
    {
        var (least, most) = ((int?)schema["minItems"] ?? 0, (int?)schema["maxItems"] ?? int.MaxValue);
        return Of(schema["items"]!, name, errs).Array[least, Math.Min(most, least + 2)].Select(x => $"[{string.Join(',', x)}]");
    }

    private static Gen<string> Number(JsonNode schema, int decimals)
    {
        var (least, most) = Bounds(schema);
        var (low, high) = (Math.Max(least, -1000), Math.Min(most, Math.Max(least, -1000) + 1000));
        var between = Gen.Double[(double)low, (double)high].Select(x => Math.Clamp(Math.Round((decimal)x, decimals), low, high));
        return Gen.Frequency<decimal>((1, Gen.Const(least)), (1, Gen.Const(most)), (4, between)).Select(x => x.ToString(CultureInfo.InvariantCulture));
    }

    private static (decimal Least, decimal Most) Bounds(JsonNode schema)
    {
        var (least, most) = (string?)schema["format"] == "int32" ? (int.MinValue, int.MaxValue) : (-NoBound, NoBound);
        return ((decimal?)schema["minimum"] ?? least, (decimal?)schema["maximum"] ?? most);
    }

    private static IEnumerable<string> Texts(JsonNode schema, string name)
    {
        var (least, most) = ((int?)schema["minLength"] ?? 0, Math.Min((int?)schema["maxLength"] ?? 40, LongestText));
        string[] texts = ((string?)schema["format"], name) switch
        {
            ("email", _) or (_, "email") => ["jane@example.com", "jane.doe@example.com"],
            ("hostname", _) or (_, "host") => ["127.0.0.1", "mail.example.invalid"],
            (_, "subjects") => ["example.com", "jane@example.org"],
            (_, "domain") => ["example.com"],
            ("date-time", _) => ["2026-11-27T06:00:00Z", "2026-11-27T06:00:00.123+01:00"],
            _ => ["", "jane", "Grüße 😀".PadRight(least, 'x'), new('x', least), new('x', most)],
        };
        return texts.Where(x => x.Length >= least && x.Length <= most).Select(x => JsonValue.Create(x).ToJsonString());
    }

    // What people and programs take for right.
    private static IEnumerable<string> NearlyRight(JsonNode schema)
    {
        foreach (var value in (schema["enum"] as JsonArray ?? []).Select(x => (string)x!))
            foreach (var text in new[] { value.ToUpperInvariant(), $"{value} ", $" {value}", $"{value},{value}", char.ToUpperInvariant(value[0]) + value[1..] }) yield return $"\"{text}\"";
        if ((decimal?)schema["minimum"] is { } least) yield return (least - 1).ToString(CultureInfo.InvariantCulture);
        if ((decimal?)schema["maximum"] is { } most) yield return (most + 1).ToString(CultureInfo.InvariantCulture);
        if ((int?)schema["maxLength"] is < LongestText and { } longest) yield return $"\"{new string('x', longest + 1)}\"";
    }

    private static Gen<string> OneOf(IEnumerable<string> texts) => Gen.OneOf(texts.ToArray());
}
