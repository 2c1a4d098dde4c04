namespace ProtocolAdvisor.Sessions;

/// <summary>What a refusal is known by; also the order in which signs are looked for.</summary>
internal enum RefusalSign
{
    /// <summary>A response code that names the cause.</summary>
    Code,

    /// <summary>Words anywhere in the reply.</summary>
    Text,

    /// <summary>A response code that usually means this cause, where no words say otherwise.</summary>
    Hint,
}

/// <summary>One way in which servers word a refused sign-in: a row of <c>refusals.txt</c>.</summary>
/// <param name="Sign">What it is known by.</param>
/// <param name="Words">The response code, or the words.</param>
/// <param name="Reason">What it means.</param>
/// <param name="Example">A whole reply, for the tests; null where the source quotes none.</param>
internal sealed record KnownRefusal(RefusalSign Sign, string Words, SignInReason Reason, string? Example);
