using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Providers;

/// <summary>Whether a protocol has to be switched on before a mail program can use it.</summary>
public sealed record SwitchFact : ProviderFact
{
    /// <summary>How it is in a new mailbox.</summary>
    public required SwitchState State { get; init; }

    /// <summary>The page where it is switched on, or which says how (https); null where nothing is to be switched.</summary>
    public Uri? Address { get; init; }
}

/// <summary>How a protocol's switch stands when nobody has touched it.</summary>
[JsonConverter(typeof(CamelCase<SwitchState>))]
public enum SwitchState
{
    /// <summary>On.</summary>
    On,

    /// <summary>Off: the user switches it on.</summary>
    Off,

    /// <summary>The administrator of the organisation decides, and may have switched it off.</summary>
    Administrator,

    /// <summary>The plan does not have it: nothing can be switched on.</summary>
    Unavailable,
}
