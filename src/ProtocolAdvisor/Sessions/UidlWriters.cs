using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>Servers that change the mailbox when they are asked for UIDL: they are not asked.</summary>
internal static class UidlWriters
{
    // What IMPLEMENTATION says (RFC 2449 §6.9), with where it is seen and the month in which we looked. GNU Mailutils gives every message
    // an X-UIDL header: libmailutils/mailbox/msguidl.c, called by pop3d/uidl.c for one message as for all; 2026-11.
    private static readonly string[] Named = ["GNU Mailutils"];

    /// <summary>Whether the server says that it is one of them.</summary>
    internal static bool Include(CapabilitySet told) =>
        told.Argument("IMPLEMENTATION") is { } stated && Named.Any(name => stated.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether it may be one that has not said so yet: GNU Mailutils tells its name after the sign-in only (pop3d/capa.c). Before it, its
    /// list has EXPIRE and neither SASL nor AUTH-RESP-CODE.
    /// </summary>
    internal static bool MayInclude(CapabilitySet told) =>
        Include(told) || (!told.Has("IMPLEMENTATION") && told.Has("EXPIRE") && !told.Has("SASL") && !told.Has("AUTH-RESP-CODE"));
}
