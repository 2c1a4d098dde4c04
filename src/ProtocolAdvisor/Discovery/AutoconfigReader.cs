using System.Globalization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>
/// Reads a settings file of the autoconfig format (draft-ietf-mailmaint-autoconfig, Thunderbird's config 1.1). Unknown elements, attributes and
/// values are passed over; of several providers the first that names a usable server counts.
/// </summary>
internal static class AutoconfigReader
{
    /// <summary>Reads the document; never throws, whatever the bytes.</summary>
    /// <param name="document">The bytes, bounded by the caller.</param>
    /// <param name="domain">The mail domain, for <c>%EMAILDOMAIN%</c> in host names.</param>
    /// <param name="askedWith">The address that was sent with the question, a placeholder or the user's own; null when none was.</param>
    internal static PublishedSettings Read(ReadOnlyMemory<byte> document, HostName domain, EmailAddress? askedWith = null)
    {
        if (!BoundedXml.TryRead(document.Span, out var root, out var unreadable)) return PublishedSettings.NotRead(unreadable);
        if (root.Name.Equals("html", StringComparison.OrdinalIgnoreCase)) return PublishedSettings.NotRead(DocumentText.WebPage);
        if (root.Name != "clientConfig") return PublishedSettings.NotRead($"the root element is {OddityList.Quoted(root.Name)}, not clientConfig");

        var readings = root.Children.Where(x => x.Name == "emailProvider").Select(x => AutoconfigProvider.Read(x, domain, askedWith)).ToList();
        if (readings.Count == 0) return new PublishedSettings([], [], ["no emailProvider"], null);
        var chosen = Math.Max(0, readings.FindIndex(x => x.Incoming.Count + x.Outgoing.Count > 0));
        return readings.Count == 1 ? readings[0] : readings[chosen] with { Oddities = [Choice(chosen, readings.Count), .. readings[chosen].Oddities] };
    }

    private static string Choice(int chosen, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} emailProvider elements; number {chosen + 1} was read");
}
