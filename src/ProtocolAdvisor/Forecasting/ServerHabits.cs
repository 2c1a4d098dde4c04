namespace ProtocolAdvisor.Forecasting;

/// <summary>What mail programs have to put up with at some servers and a run like ours does not meet: data, read off the wire.</summary>
/// <param name="ExtraFolderRoundTrips">Questions more for each IMAP folder that holds messages.</param>
/// <param name="HoldsFarewell">Whether TLS's last message waits at the server until IMAP's farewell is acknowledged: programs wait for it.</param>
/// <param name="HoldsLoneMessagesOnly">Whether only the end of a message that is fetched alone is held back, not that of a listing or of several messages.</param>
public readonly record struct ServerHabits(int ExtraFolderRoundTrips, bool HoldsFarewell, bool HoldsLoneMessagesOnly)
{
    // Courier 5.0 (Debian 12, November 2026): SELECT names no UIDNEXT, so that mbsync asks for the last message's UID; close_notify comes a round trip behind BYE.
    private static readonly (string Name, ServerHabits Habits)[] All = [("Courier", new(1, true, true))];

    /// <summary>Those of one server's software; none where it is not known.</summary>
    public static ServerHabits Of(string? implementation) =>
        Array.Find(All, x => implementation?.StartsWith(x.Name, StringComparison.OrdinalIgnoreCase) == true).Habits;
}
