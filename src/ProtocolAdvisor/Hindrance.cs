namespace ProtocolAdvisor;

/// <summary>What on our side kept a run from knowing: such a run says less about its subject than another one may, so whoever can wait asks
/// again.</summary>
public enum Hindrance
{
    /// <summary>Nothing: what the facts leave open, the subject's servers leave open.</summary>
    None,

    /// <summary>Our own limits towards a target, our machine, or a fault of our own.</summary>
    OwnLimits,

    /// <summary>Our own name servers, or the network to them: ask again when they answer.</summary>
    Resolver,

    /// <summary>The run's time came first: there was more to do than we had time for.</summary>
    Deadline,
}
