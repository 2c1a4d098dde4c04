using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Settings;

/// <summary>The formats in which clients take settings.</summary>
[JsonConverter(typeof(CamelCase<SettingsFormat>))]
public enum SettingsFormat
{
    /// <summary>Autoconfig XML 1.1 (draft-ietf-mailmaint-autoconfig), read by Thunderbird and many others.</summary>
    Thunderbird,

    /// <summary>A configuration profile for iPhone, iPad and Mac.</summary>
    Apple,

    /// <summary>A reply of Autodiscover's plain XML form (POX), read by classic Outlook.</summary>
    Outlook,

    /// <summary>The configuration document of draft-ietf-mailmaint-pacc.</summary>
    Pacc,

    /// <summary>Plain text for a person.</summary>
    Text,
}
