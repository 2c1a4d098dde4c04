namespace ProtocolAdvisor.Web.Problems;

/// <summary>A refusal before it is put into words: <see cref="ApiProblem"/> says it in a language.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The stable code, of <see cref="ProblemCode"/>.</param>
/// <param name="Values">What the sentence has places for; never a value from the request.</param>
/// <param name="Complaints">Every wrong member, for an invalid request.</param>
/// <param name="TraceId">Where to look in our traces, for our own bug.</param>
internal sealed record Problem(
    int Status, string Code, IReadOnlyDictionary<string, string> Values, IReadOnlyList<Complaint>? Complaints = null, string? TraceId = null)
{
    /// <summary>A problem of this status and code.</summary>
    public static Problem Of(int status, string code, params (string Name, string Value)[] values) =>
        new(status, code, values.ToDictionary(x => x.Name, x => x.Value));

    /// <summary>The request's wrong members.</summary>
    public static Problem Invalid(IReadOnlyList<Complaint> complaints) =>
        Of(StatusCodes.Status400BadRequest, ProblemCode.InvalidRequest) with { Complaints = complaints };

    /// <summary>As an endpoint's result.</summary>
    public ProblemResult AsResult() => new(this);
}

/// <summary>One wrong member of a request, before it is put into words.</summary>
/// <param name="Path">Where it is (<c>$.credentials.password</c>).</param>
/// <param name="Code">The stable code of what is wrong.</param>
/// <param name="Words">The key of its sentence.</param>
/// <param name="Values">What the sentence has places for: bounds, never the member's value.</param>
internal sealed record Complaint(string Path, string Code, string Words, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>A complaint whose sentence has no places, or these.</summary>
    public static Complaint Of(string path, string code, string words, params (string Name, string Value)[] values) =>
        new(path, code, words, values.ToDictionary(x => x.Name, x => x.Value));
}
