using System.Globalization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Measurement;

/// <summary>Reads a POP3 server's policies out of its CAPA lines (RFC 2449 §6).</summary>
internal static class MaildropPolicy
{
    /// <summary>The maildrop as far as the capabilities tell.</summary>
    internal static Pop3Maildrop Of(CapabilitySet capabilities)
    {
        var expire = FirstNumber(capabilities.Argument("EXPIRE"));
        return new Pop3Maildrop
        {
            Uidl = capabilities.Has("UIDL"),
            Top = capabilities.Has("TOP"),
            Pipelining = capabilities.Has("PIPELINING"),
            ExpireDays = expire is > 0 ? expire : null,
            ExpiresOnRetrieval = expire == 0,
            LoginDelaySeconds = FirstNumber(capabilities.Argument("LOGIN-DELAY")),
        };
    }

    // "EXPIRE 60", "EXPIRE 30 USER" (differs by user), "EXPIRE NEVER".
    private static int? FirstNumber(string? argument) =>
        int.TryParse(argument?.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
