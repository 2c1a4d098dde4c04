using System.Globalization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Measurement;

/// <summary>Reads a POP3 server's policies out of its CAPA lines (RFC 2449 §6).</summary>
internal static class MaildropPolicy
{
    /// <summary>
    /// The maildrop as far as the capabilities tell. The list after the sign-in is for this user, and replaces the one before. What the
    /// list before the sign-in leaves out may still be offered.
    /// </summary>
    /// <param name="before">What was listed before the sign-in; empty where nothing was.</param>
    /// <param name="after">What was listed after it; null where nothing was.</param>
    internal static Pop3Maildrop Of(CapabilitySet before, CapabilitySet? after)
    {
        var told = after ?? before;
        bool? Has(string name) => told.Has(name) ? true : after is null ? null : false;
        var expire = Own(told, "EXPIRE");
        return new Pop3Maildrop
        {
            ListedAfterSignIn = after is not null,
            Uidl = told.Has("UIDL") ? true : null, // works unannounced, too: only asking tells
            Top = Has("TOP"),
            Pipelining = Has("PIPELINING"),
            ExpireDays = expire is > 0 ? expire : null,
            ExpiresOnRetrieval = expire is { } days ? days == 0 : OfStrictest(told, "EXPIRE") || (after is null && !told.Has("EXPIRE")) ? null : false,
            LoginDelaySeconds = Own(told, "LOGIN-DELAY"),
        };
    }

    /// <summary>
    /// Whether the last list leaves it possible that the server deletes what is fetched: EXPIRE 0, even if it is only the strictest user's.
    /// </summary>
    internal static bool MayDelete(CapabilitySet told) => Number(told, "EXPIRE") == 0;

    /// <summary>A policy's number, where it holds for this user: the days of EXPIRE, the seconds of LOGIN-DELAY.</summary>
    internal static int? Own(CapabilitySet told, string name) => OfStrictest(told, name) ? null : Number(told, name);

    /// <summary>A policy's number, whoever's it is. "EXPIRE NEVER" is none.</summary>
    internal static int? Number(CapabilitySet told, string name) =>
        Words(told, name) is [var first, ..] && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>"EXPIRE 30 USER": it differs from user to user, and the number is the strictest one's (RFC 2449 §6.5, 6.7).</summary>
    internal static bool OfStrictest(CapabilitySet told, string name) =>
        Words(told, name) is [_, var second, ..] && second.Equals("USER", StringComparison.OrdinalIgnoreCase);

    private static string[] Words(CapabilitySet told, string name) => told.Argument(name)?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
}
