using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Providers;

/// <summary>What has to be entered as the user name.</summary>
public sealed record LoginFact : ProviderFact
{
    /// <summary>What the provider takes.</summary>
    public required LoginForm Name { get; init; }
}

/// <summary>What a provider takes as user name.</summary>
[JsonConverter(typeof(CamelCase<LoginForm>))]
public enum LoginForm
{
    /// <summary>The whole e-mail address.</summary>
    Address,

    /// <summary>What stands before the at sign.</summary>
    LocalPart,

    /// <summary>A name that is no address and that the provider gave the user.</summary>
    AccountName,

    /// <summary>The account's main address: an alias is refused.</summary>
    MainAddressOnly,

    /// <summary>Any of the account's addresses, its aliases, too.</summary>
    AliasToo,
}
