namespace ProtocolAdvisor.Knowledge;

/// <summary>
/// Whether a protocol, or the mailbox behind its sign-in, can be used: yes; no, because of one named cause that lasts; or not known,
/// because of one named reason.
/// </summary>
/// <param name="State">Yes, no, or not known.</param>
/// <param name="Cause">Why it is not known, or not possible.</param>
public readonly record struct Access(AccessState State, AccessCause Cause = AccessCause.None)
{
    /// <summary>It can.</summary>
    internal static Access Usable => new(AccessState.Usable);

    /// <summary>True or false where it is known; null where it is not.</summary>
    public bool? Known => State == AccessState.Unknown ? null : State == AccessState.Usable;

    /// <summary>It cannot, and that lasts.</summary>
    internal static Access Unusable(AccessCause cause) => new(AccessState.Unusable, cause);

    /// <summary>It is not known.</summary>
    internal static Access Unknown(AccessCause reason) => new(AccessState.Unknown, reason);

    /// <summary>As a caller tells it.</summary>
    internal static Access Told(bool? usable) => usable switch
    {
        true => Usable,
        false => Unusable(AccessCause.Told),
        null => default,
    };
}

/// <summary>Whether something can be used. Only <see cref="Unusable"/> speaks against a protocol.</summary>
public enum AccessState
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>Yes.</summary>
    Usable,

    /// <summary>No, and that lasts.</summary>
    Unusable,
}

/// <summary>Why something is not known, or cannot be used.</summary>
public enum AccessCause
{
    /// <summary>Nothing to be said.</summary>
    None,

    /// <summary>Unusable: the caller says so.</summary>
    Told,

    /// <summary>Unusable: the operator says that he does not offer it (SRV target ".").</summary>
    NotOffered,

    /// <summary>Unusable: every source was heard, and none names a server for it.</summary>
    NotPublished,

    /// <summary>Unusable: nobody named a server for it, and the other protocol is no way out that anybody has seen.</summary>
    NoWayOut,

    /// <summary>Unusable: what was tried there fails, and nothing that passes is the cause.</summary>
    ServerFails,

    /// <summary>Unusable: the server accepts the sign-in and does not open the mailbox.</summary>
    MailboxStaysShut,

    /// <summary>Unknown: nobody named a server for it, or nobody signed in.</summary>
    NotTried,

    /// <summary>Unknown: our policy, our limits, our name servers, our network or our time kept us from it.</summary>
    NotExamined,

    /// <summary>Unknown: the server was busy, hung up or fell silent; another moment may help.</summary>
    MayPass,

    /// <summary>Unknown: only guesses were tried, and a source that may know better has not been heard.</summary>
    OnlyGuessed,
}
