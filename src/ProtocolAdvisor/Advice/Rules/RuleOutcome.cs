namespace ProtocolAdvisor.Advice.Rules;

/// <summary>What a rule says of a situation.</summary>
/// <param name="Applies">Whether it counts.</param>
/// <param name="Certain">Whether that would stay so whatever the unknown members turned out to be. This is what confidence rests on.</param>
/// <param name="Evidence">What it rests on, as <c>name=value</c>; empty when it does not apply.</param>
internal sealed record RuleOutcome(bool Applies, bool Certain, IReadOnlyList<string> Evidence)
{
    /// <summary>It does not apply, and nothing unknown could change that.</summary>
    public static RuleOutcome No { get; } = new(false, true, []);

    /// <summary>It does not count, because too little is known.</summary>
    public static RuleOutcome Unknown { get; } = new(false, false, []);

    /// <summary>It counts, although something unknown could still undo it.</summary>
    public static RuleOutcome Presumed(params IEnumerable<string?> evidence) => new(true, false, [.. evidence.OfType<string>()]);

    /// <summary>It applies when the condition holds; an unknown condition leaves it open.</summary>
    public static RuleOutcome When(bool? condition, params IEnumerable<string?> evidence) => condition switch
    {
        true => new(true, true, [.. evidence.OfType<string>()]),
        false => No,
        null => Unknown,
    };
}
