using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Settings;

/// <summary>Settings in the format that a client takes. Pure: the same settings give the same bytes.</summary>
public static class SettingsWriter
{
    /// <summary>Writes the file, or says what stands against it.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="format">The format.</param>
    /// <param name="language">For the plain text; files for programs have no language.</param>
    public static SettingsOutcome Write(ClientSettings settings, SettingsFormat format, Language language)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return format switch
        {
            SettingsFormat.Thunderbird => AutoconfigWriter.Write(settings),
            SettingsFormat.Apple => MobileConfigWriter.Write(settings),
            SettingsFormat.Outlook => AutodiscoverWriter.Write(settings),
            SettingsFormat.Pacc => PaccWriter.Write(settings),
            _ => PlainTextWriter.Write(settings, language),
        };
    }
}
