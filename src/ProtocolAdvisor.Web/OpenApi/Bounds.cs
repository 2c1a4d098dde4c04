using System.Reflection;
using System.Text.Json;
using FluentValidation.Validators;
using Microsoft.OpenApi;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Web.Wire;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>
/// Says of what is asked for what the validators ask of it: bounds, lengths, patterns, and what must be there. Of answers nothing is asked.
/// </summary>
internal sealed class Bounds : ISchemaFilter
{
    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } members } concrete || AlwaysWritten.Answers(context.Type)) return;
        foreach (var property in context.Type.GetProperties())
        {
            Apply(concrete, members, property);
            if (!property.IsDefined(typeof(SentFlatAttribute), inherit: true)) continue;
            foreach (var part in property.PropertyType.GetProperties()) ApplyToCopy(concrete, members, part);
        }
    }

    // A flat member's members stand in reports as well: there they keep what they are.
    private static void ApplyToCopy(OpenApiSchema owner, IDictionary<string, IOpenApiSchema> members, PropertyInfo property)
    {
        if (members.TryGetValue(NameOf(property), out var member) && member is OpenApiSchema)
            members[NameOf(property)] = member.CreateShallowCopy();
        Apply(owner, members, property);
    }

    private static void Apply(OpenApiSchema owner, IDictionary<string, IOpenApiSchema> members, PropertyInfo property)
    {
        var name = NameOf(property);
        if (!members.ContainsKey(name)) return;
        foreach (var rule in RuleBook.Rules.Where(x => x.Member == property.Name && x.Owner == property.DeclaringType))
        {
            if (rule is { Always: true, Bound: INotNullValidator }) Require(owner, members, name);
            if (members[name] is OpenApiSchema member) Bound(member, rule.Bound);
        }
    }

    private static void Require(OpenApiSchema owner, IDictionary<string, IOpenApiSchema> members, string name)
    {
        (owner.Required ??= new HashSet<string>()).Add(name);
        if (members[name] is OpenApiSchema { OneOf: [var reference, OpenApiSchema { Type: JsonSchemaType.Null }] }) members[name] = reference;
        else if (members[name] is OpenApiSchema { Type: { } type } member) member.Type = type & ~JsonSchemaType.Null;
    }

    private static void Bound(OpenApiSchema member, IPropertyValidator rule)
    {
        if (rule is IBetweenValidator between) (member.Minimum, member.Maximum) = (MemberPaths.Number(between.From), MemberPaths.Number(between.To));
        else if (rule is ILengthValidator length) (member.MinLength, member.MaxLength) = (length.Min, length.Max);
        else if (rule is ICountValidator count) (member.MinItems, member.MaxItems) = (count.Min, count.Max);
        else if (rule is ITextShape text) (member.MaxLength, member.Pattern) = (text.MaxLength ?? member.MaxLength, text.Pattern ?? member.Pattern);
    }

    private static string NameOf(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);
}
