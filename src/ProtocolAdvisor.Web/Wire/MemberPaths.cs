using System.Globalization;
using System.Text.Json;
using FluentValidation.Results;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Wire;

/// <summary>Names the members of C# objects as the caller wrote them: by JSON path.</summary>
internal static class MemberPaths
{
    private static readonly string[] Bounds = ["From", "To", "MinLength", "MaxLength"];

    /// <summary>A validator's complaints in the form of the contract.</summary>
    public static IReadOnlyList<Complaint> Errors(ValidationResult result) =>
        [.. result.Errors.Select(x => new Complaint(PathOf(x.PropertyName), x.ErrorCode, x.ErrorMessage, BoundsOf(x)))];

    /// <summary><c>Server.Endpoints[0].Port</c> → <c>$.server.endpoints[0].port</c>.</summary>
    public static string PathOf(string propertyName) =>
        string.Concat(propertyName.Split('.', StringSplitOptions.RemoveEmptyEntries).Select(x => "." + JsonNamingPolicy.CamelCase.ConvertName(x)).Prepend("$"));

    /// <summary>A name that we do not know, as far as it may be repeated: it may be a mistyped one, worth showing, or a password in the wrong place. Only what looks like a name is shown.</summary>
    public static string Shown(string name) => name.Length is > 0 and <= 32 && name.All(c => char.IsAsciiLetter(c) || c == '_') ? name : "*";

    /// <summary>A rule's bound as it is told.</summary>
    public static string Number(object bound) => Convert.ToDecimal(bound, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    // The validator's values also hold the member's own, which may be a password: only the rule's bounds are taken.
    private static Dictionary<string, string> BoundsOf(ValidationFailure failure) => failure.FormattedMessagePlaceholderValues
        .Where(x => Bounds.Contains(x.Key))
        .ToDictionary(x => x.Key, x => Number(x.Value));
}
