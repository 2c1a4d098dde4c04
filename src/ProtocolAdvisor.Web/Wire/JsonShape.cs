using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Wire;

/// <summary>
/// Holds a JSON document against a type and lists every member that is unknown, missing, named twice or of the wrong type. The serializer itself stops at the
/// first one and quotes the input, which may be a password.
/// </summary>
internal sealed class JsonShape(JsonSerializerOptions options)
{
    /// <summary>The code of a member that there is not: the one error in spite of which the rest can be judged.</summary>
    public const string UnknownMember = "unknown-member";

    /// <summary>The code of a member whose value is of another type than its own.</summary>
    public const string WrongTypeOfMember = "wrong-type";

    /// <summary>The code of a member that is there twice.</summary>
    public const string DuplicateMember = "duplicate-member";

    /// <summary>The code of a member that is not there and must be.</summary>
    public const string RequiredMember = "required";

    private const int MostErrors = 50;
    private readonly List<Complaint> _errors = [];

    /// <summary>Everything that is wrong; empty when the document fits.</summary>
    public static IReadOnlyList<Complaint> Errors(JsonElement document, Type type, JsonSerializerOptions options)
    {
        var shape = new JsonShape(options);
        shape.Check(document, options.GetTypeInfo(type), "$");
        return shape._errors;
    }

    private void Check(JsonElement element, JsonTypeInfo type, string path)
    {
        if (_errors.Count >= MostErrors) return;
        if (element.ValueKind == JsonValueKind.Null && path != "$") return;
        if (type.Kind == JsonTypeInfoKind.Object) CheckObject(element, type, path);
        else if (type.Kind == JsonTypeInfoKind.Enumerable) CheckArray(element, type, path);
        else CheckValue(element, type, path);
    }

    private void CheckObject(JsonElement element, JsonTypeInfo type, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            _errors.Add(WrongType(path, "object"));
            return;
        }

        var seen = new bool[type.Properties.Count];
        foreach (var member in element.EnumerateObject()) CheckMember(member, type, path, seen);
        for (var i = 0; i < seen.Length; i++)
        {
            if (type.Properties[i] is { IsRequired: true } missing && !seen[i]) _errors.Add(Complaint.Of($"{path}.{missing.Name}", RequiredMember, RequiredMember));
        }
    }

    private void CheckMember(JsonProperty member, JsonTypeInfo type, string path, bool[] seen)
    {
        var place = PlaceOf(member, type);
        if (place >= 0)
        {
            var known = type.Properties[place];
            if (seen[place]) _errors.Add(Complaint.Of($"{path}.{known.Name}", DuplicateMember, DuplicateMember));
            seen[place] = true;
            if (member.Value.ValueKind == JsonValueKind.Null && !known.IsSetNullable) _errors.Add(WrongType($"{path}.{known.Name}", "not-null"));
            else if (!IsPlain(member.Value, known.PropertyType)) Check(member.Value, options.GetTypeInfo(known.PropertyType), $"{path}.{known.Name}");
        }
        else if (_errors.Count < MostErrors)
        {
            _errors.Add(Complaint.Of($"{path}.{Shown(member)}", UnknownMember, UnknownMember));
        }
    }

    private static int PlaceOf(JsonProperty member, JsonTypeInfo type)
    {
        for (var i = 0; i < type.Properties.Count; i++)
        {
            if (member.NameEquals(type.Properties[i].Name)) return i;
        }

        return -1;
    }

    // Most members are numbers and answers that fit: they need no path, and not the serializer to say so.
    private static bool IsPlain(JsonElement value, Type type) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => type == typeof(bool?) || type == typeof(bool),
        JsonValueKind.Number when type == typeof(long?) || type == typeof(long) => value.TryGetInt64(out _),
        JsonValueKind.Number when type == typeof(int?) || type == typeof(int) => value.TryGetInt32(out _),
        JsonValueKind.Number when type == typeof(double?) || type == typeof(double) => value.TryGetDouble(out var number) && double.IsFinite(number),
        _ => false,
    };

    private void CheckArray(JsonElement element, JsonTypeInfo type, string path)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            _errors.Add(WrongType(path, "array"));
            return;
        }

        var elementType = options.GetTypeInfo(type.ElementType!);
        foreach (var (index, item) in element.EnumerateArray().Index())
        {
            if (item.ValueKind == JsonValueKind.Null) _errors.Add(WrongType($"{path}[{index}]", "not-null"));
            else Check(item, elementType, $"{path}[{index}]");
            if (_errors.Count >= MostErrors) return;
        }
    }

    private void CheckValue(JsonElement element, JsonTypeInfo type, string path)
    {
        try
        {
            _ = element.Deserialize(type);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            _errors.Add(Expected(path, type.Type));
        }
    }

    private static Complaint Expected(string path, Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } values => WrongType(path, "one-of", ("values", string.Join(", ", Enum.GetValues(values).Cast<Enum>().Select(WireName.Of)))),
        var x when x == typeof(bool) => WrongType(path, "boolean"),
        var x when x == typeof(double) => WrongType(path, "number"),
        var x when x == typeof(int) || x == typeof(long) => WrongType(path, "whole-number"),
        _ => WrongType(path, "string"),
    };

    private static Complaint WrongType(string path, string expected, params (string Name, string Value)[] values) =>
        Complaint.Of(path, WrongTypeOfMember, expected, values);

    private static string Shown(JsonProperty member)
    {
        try
        {
            return MemberPaths.Shown(member.Name);
        }
        catch (InvalidOperationException)
        {
            return "*";
        }
    }
}
