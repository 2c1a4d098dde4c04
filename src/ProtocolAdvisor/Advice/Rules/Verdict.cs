namespace ProtocolAdvisor.Advice.Rules;

/// <summary>What a rule says of a situation.</summary>
/// <param name="Applies">Whether it counts.</param>
/// <param name="Certain">Whether that would stay so whatever the unknown members turned out to be. This is what confidence rests on.</param>
internal readonly record struct Verdict(bool Applies, bool Certain)
{
    /// <summary>It does not apply, and nothing unknown could change that.</summary>
    public static Verdict No => new(false, true);

    /// <summary>It does not count, because too little is known.</summary>
    public static Verdict Unknown => new(false, false);

    /// <summary>It counts, although something unknown could still undo it.</summary>
    public static Verdict Presumed => new(true, false);

    /// <summary>It applies when the condition holds; an unknown condition leaves it open.</summary>
    public static Verdict When(bool? condition) => condition is { } known ? new(known, true) : Unknown;
}
