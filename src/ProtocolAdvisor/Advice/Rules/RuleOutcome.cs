namespace ProtocolAdvisor.Advice.Rules;

/// <summary>What a rule says of a situation.</summary>
/// <param name="Applies">Whether it counts.</param>
/// <param name="Certain">Whether that would stay so whatever the unknown members turned out to be. This is what confidence rests on.</param>
/// <param name="Evidence">The known facts that it rests on; empty when it does not apply.</param>
internal sealed record RuleOutcome(bool Applies, bool Certain, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>It does not apply, and nothing unknown could change that.</summary>
    public static RuleOutcome No { get; } = new(false, true, []);

    /// <summary>It does not count, because too little is known.</summary>
    public static RuleOutcome Unknown { get; } = new(false, false, []);

    /// <summary>It counts, although something unknown could still undo it.</summary>
    public static RuleOutcome Presumed(params ReadOnlySpan<Evidence> evidence) => new(true, false, Known(evidence));

    /// <summary>It applies when the condition holds; an unknown condition leaves it open.</summary>
    public static RuleOutcome When(bool? condition, params ReadOnlySpan<Evidence> evidence) => condition switch
    {
        true => new(true, true, Known(evidence)),
        false => No,
        null => Unknown,
    };

    private static Evidence[] Known(ReadOnlySpan<Evidence> evidence)
    {
        var (known, count) = (new Evidence[evidence.Length], 0);
        foreach (var fact in evidence)
        {
            if (fact.Value is not null) known[count++] = fact;
        }

        return count == known.Length ? known : known[..count];
    }
}
