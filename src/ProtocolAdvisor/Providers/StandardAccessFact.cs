using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Providers;

/// <summary>The provider's servers speak none of the standard protocols, or only a program of its own does.</summary>
public sealed record StandardAccessFact : ProviderFact
{
    /// <summary>What there is in their place.</summary>
    public required StandardAccess Access { get; init; }

    /// <summary>The page that says how (https).</summary>
    public Uri? Address { get; init; }
}

/// <summary>Whether any mail program can be used.</summary>
[JsonConverter(typeof(CamelCase<StandardAccess>))]
public enum StandardAccess
{
    /// <summary>Only the provider's own programs and web pages.</summary>
    None,

    /// <summary>A program of the provider on the user's own computer speaks them to other programs there.</summary>
    BridgeOnly,
}
