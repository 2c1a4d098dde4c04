using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>Between an address and the forms in which settings speak of it.</summary>
internal static class AddressForm
{
    /// <summary>The local part that stands for a real one where the caller does not allow his to be sent.</summary>
    private const string StandIn = "protocol-advisor";

    /// <summary>Whether the user's own address is sent.</summary>
    internal static bool IsSent(DiscoveryQuestion question) => question is { MaySendAddress: true, Email: not null };

    /// <summary>The address as it is sent to web servers. Some of them write it into the user name: readers take it out again.</summary>
    internal static EmailAddress Sent(DiscoveryQuestion question) =>
        IsSent(question) ? question.Email! : EmailAddress.Parse($"{StandIn}@{question.Domain}");

    /// <summary>The user name that a form means for this address; the address itself where there is no form.</summary>
    internal static string Fill(string? form, EmailAddress email) => (form ?? UsernameForm.Address)
        .Replace(UsernameForm.Address, email.ToString(), StringComparison.OrdinalIgnoreCase)
        .Replace(UsernameForm.LocalPart, email.LocalPart, StringComparison.OrdinalIgnoreCase)
        .Replace(UsernameForm.Domain, email.Domain.Value, StringComparison.OrdinalIgnoreCase);
}
