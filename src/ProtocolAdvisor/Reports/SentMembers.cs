using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Reports;

/// <summary>
/// What the wire makes of a record's members, so that the measured record can be sent as it is: times are rounded, members that stay with
/// the run are left out, and those of a flat member stand beside its owner's.
/// </summary>
internal static class SentMembers
{
    private const string Times = "Ms";

    /// <summary>Shapes one type's members.</summary>
    public static void Shape(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        foreach (var member in type.Properties.ToList())
        {
            if (Has<NotSentAttribute>(member)) LeaveOut(member);
            else if (Has<SentFlatAttribute>(member)) Flatten(type, member);
            else if (RoundingOf(member) is { } rounded) RoundedNumber.Write(member, rounded);

            // Many clients leave out what is null: then it is not missed when it is read.
            if (member.IsSetNullable) member.IsRequired = false;
        }
    }

    private static bool Has<T>(JsonPropertyInfo member)
        where T : Attribute => member.AttributeProvider?.IsDefined(typeof(T), inherit: true) == true;

    // It is still read: a kept run may be read by these options.
    private static void LeaveOut(JsonPropertyInfo member)
    {
        member.ShouldSerialize = (_, _) => false;
        member.IsRequired = false;
    }

    private static Func<double, double>? RoundingOf(JsonPropertyInfo member) => member switch
    {
        _ when member.PropertyType != typeof(double) && member.PropertyType != typeof(double?) => null,
        { AttributeProvider: MemberInfo said } when said.GetCustomAttribute<SentRoundedAttribute>() is { Digits: var digits } =>
            x => Math.Round(x, digits),
        _ when member.Name.EndsWith(Times, StringComparison.OrdinalIgnoreCase) => Milliseconds.Rounded,
        _ => null,
    };

    private static void Flatten(JsonTypeInfo type, JsonPropertyInfo flat)
    {
        var whole = flat.Get!;
        type.Properties.Remove(flat);
        foreach (var part in type.Options.GetTypeInfo(flat.PropertyType).Properties)
        {
            var member = type.CreateJsonPropertyInfo(part.PropertyType, part.Name);
            member.IsSetNullable = part.IsSetNullable;
            member.CustomConverter = part.CustomConverter;
            if (part.Get is { } get) member.Get = owner => get(whole(owner)!);
            if (part.Set is { } set) member.Set = (owner, value) => set(whole(owner)!, value);
            type.Properties.Add(member);
        }
    }
}
