using System.Text.Json;
using FluentValidation.Results;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Wire;

/// <summary>Names the members of C# objects as the caller wrote them: by JSON path.</summary>
internal static class MemberPaths
{
    /// <summary>A validator's complaints in the form of the contract.</summary>
    public static IReadOnlyList<WrongMember> Errors(ValidationResult result) =>
        [.. result.Errors.Select(x => new WrongMember(PathOf(x.PropertyName), x.ErrorCode, x.ErrorMessage))];

    /// <summary><c>Server.Endpoints[0].Port</c> → <c>$.server.endpoints[0].port</c>.</summary>
    public static string PathOf(string propertyName) =>
        string.Concat(propertyName.Split('.', StringSplitOptions.RemoveEmptyEntries).Select(x => "." + JsonNamingPolicy.CamelCase.ConvertName(x)).Prepend("$"));
}
