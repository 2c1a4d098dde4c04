using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing.Wire;

/// <summary>One address of a host and how dialling it went.</summary>
/// <param name="Address">The address in canonical form.</param>
/// <param name="Family"><c>ipv4</c> or <c>ipv6</c>.</param>
/// <param name="Outcome">How the dial ended; not attempted where the policy forbids it or another address of the race had won first.</param>
/// <param name="ConnectMs">Milliseconds to the established connection.</param>
/// <param name="Failure">Why it failed.</param>
public sealed record AddressResult(string Address, AddressFamilyName Family, StepOutcome Outcome, double? ConnectMs, Failure? Failure)
{
    /// <summary>The server's first line there: cut and escaped. Null where it was not looked at, or nothing of a mail server was said.</summary>
    public string? Greeting { get; init; }

    /// <summary>The server's software there, where it says.</summary>
    [NotSent]
    public string? Implementation { get; init; }

    /// <summary>What is to be said of the certificate shown there; empty where none was seen.</summary>
    public IReadOnlyList<CertificateStatus> CertificateStatus { get; init; } = [];

    /// <summary>End of that certificate's validity, UTC.</summary>
    public DateTimeOffset? CertificateNotAfter { get; init; }

    /// <summary>Why it could not be spoken to although the connection came about; null where it could, or was not looked at.</summary>
    public Failure? Fault { get; init; }
}

/// <summary>The two address families.</summary>
[JsonConverter(typeof(CamelCase<AddressFamilyName>))]
public enum AddressFamilyName
{
    /// <summary>IPv4.</summary>
    Ipv4,

    /// <summary>IPv6.</summary>
    Ipv6,
}
