using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing;

/// <summary>One address of a host and how dialling it went.</summary>
/// <param name="Address">The address in canonical form.</param>
/// <param name="Family"><c>ipv4</c> or <c>ipv6</c>.</param>
/// <param name="Outcome">How the dial ended; not attempted where the policy forbids it or another address of the race had won first.</param>
/// <param name="ConnectMs">Milliseconds to the established connection.</param>
/// <param name="Failure">Why it failed.</param>
public sealed record AddressResult(string Address, AddressFamilyName Family, StepOutcome Outcome, double? ConnectMs, Failure? Failure);

/// <summary>The two address families.</summary>
[JsonConverter(typeof(CamelCase<AddressFamilyName>))]
public enum AddressFamilyName
{
    /// <summary>IPv4.</summary>
    Ipv4,

    /// <summary>IPv6.</summary>
    Ipv6,
}
