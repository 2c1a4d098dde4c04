namespace ProtocolAdvisor.Dialing;

/// <summary>What a gate is for: each has limits of its own, and counts apart.</summary>
internal enum GateUse
{
    /// <summary>Mail servers by their names.</summary>
    MailHost,

    /// <summary>Mail servers by their addresses, whatever names lead there.</summary>
    MailAddress,

    /// <summary>Mail servers by their names, for audits of one pace.</summary>
    AuditedHost,

    /// <summary>The same by their addresses.</summary>
    AuditedAddress,

    /// <summary>Web servers by their names.</summary>
    WebHost,

    /// <summary>Web servers by their addresses.</summary>
    WebAddress,

    /// <summary>The catalogue of settings files: every search asks it.</summary>
    Catalogue,

    /// <summary>Requests that may be made again: one of the same at a time.</summary>
    Retry,
}

/// <summary>Makes the gate for a use: the process's own, or one that all nodes share.</summary>
/// <param name="use">What it is for.</param>
/// <param name="limits">How much one target may be asked.</param>
internal delegate TargetGate GateSource(GateUse use, GateLimits limits);
