using System.Text.Json.Serialization;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Problems;

/// <summary>A refusal as RFC 9457 wants it.</summary>
/// <param name="Type">Always <c>about:blank</c>: <c>code</c> tells refusals apart.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The stable code.</param>
/// <param name="Detail">What to do about it; never a value from the request.</param>
/// <param name="Errors">Every wrong member, for an invalid request.</param>
/// <param name="TraceId">Where to look in our traces, for our own bug.</param>
internal sealed record ApiProblem(
    string Type,
    string Title,
    int Status,
    string Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Detail = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<WrongMember>? Errors = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TraceId = null)
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>The problem in a language.</summary>
    public static ApiProblem In(Language language, Problem problem)
    {
        var words = ProblemWords.In(language);
        return new(
            "about:blank",
            words.Title(problem.Status),
            problem.Status,
            problem.Code,
            words.Detail(problem),
            problem.Complaints?.Select(x => new WrongMember(x.Path, x.Code, words.Detail(x))).ToList(),
            problem.TraceId);
    }
}

/// <summary>One wrong member of a request.</summary>
/// <param name="Path">Where it is (<c>$.credentials.password</c>).</param>
/// <param name="Code">The stable code of what is wrong.</param>
/// <param name="Detail">The same in a sentence, without the value.</param>
internal sealed record WrongMember(string Path, string Code, string Detail);
