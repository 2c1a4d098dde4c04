namespace ProtocolAdvisor.Forecasting;

/// <summary>How one mail program uses its protocol: data, read off the wire with nothing but the lab between it and Dovecot, never tuned to a time it took on a line.</summary>
public sealed record ClientProfile
{
    /// <summary>The program.</summary>
    public required string Name { get; init; }

    /// <summary>Milliseconds that the program itself needs to start, to look through its own store and to end: what a check takes on a line without delay, less the server's share.</summary>
    public required double OwnMs { get; init; }

    /// <summary>The same for each folder that it fetches from.</summary>
    public double OwnMsPerFolder { get; init; }

    /// <summary>Round trips of its connecting and signing in beyond those that the server was seen to need.</summary>
    public int ExtraRoundTrips { get; init; }

    /// <summary>Whether it offers the key shares that mail servers ask for at once, so that no server asks for another (HelloRetryRequest).</summary>
    public bool OffersEveryShare { get; init; }

    /// <summary>Whether it has the server compress what it sends, where that is offered (RFC 4978): a question more.</summary>
    public bool Compresses { get; init; }

    /// <summary>Round trips of the sign-in.</summary>
    public required int SignInRoundTrips { get; init; }

    /// <summary>Round trips between the sign-in and the first folder.</summary>
    public int PreludeRoundTrips { get; init; }

    /// <summary>Round trips to list the folders.</summary>
    public int ListRoundTrips { get; init; }

    /// <summary>Round trips that each folder takes before its messages are asked for; the last brings the listing.</summary>
    public required int FolderRoundTrips { get; init; }

    /// <summary>Bytes of a folder's listing for each of its messages.</summary>
    public required double ListingBytesPerMessage { get; init; }

    /// <summary>Round trips for each message that is fetched; 0 for a program that does not wait for one message before it asks for the next.</summary>
    public int RoundTripsPerMessage { get; init; }

    /// <summary>The protocol's own bytes around each message.</summary>
    public required double BytesAroundMessage { get; init; }

    /// <summary>Round trips of the farewell.</summary>
    public int FarewellRoundTrips { get; init; } = 1;

    /// <summary>isync 1.4.4 (OpenSSL, whose first key share is X25519): AUTHENTICATE, COMPRESS where offered, NAMESPACE, LIST; SELECT and FETCH (UID FLAGS) in each folder; every message asked for at once; LOGOUT.</summary>
    public static ClientProfile Mbsync { get; } = new()
    {
        Name = "mbsync",
        OwnMs = 25,
        OwnMsPerFolder = 12,
        Compresses = true,
        SignInRoundTrips = 1,
        PreludeRoundTrips = 1,
        ListRoundTrips = 1,
        FolderRoundTrips = 2,
        ListingBytesPerMessage = 39,
        BytesAroundMessage = 100,
    };

    /// <summary>
    /// mpop 1.4.18: AUTH PLAIN in two steps; STAT, LIST and UIDL one after the other; every RETR sent ahead where PIPELINING is offered; QUIT. Its TLS handshake takes a round trip
    /// more than it must: the Finished message waits for the acknowledgement of what was sent before it (Nagle's algorithm).
    /// </summary>
    public static ClientProfile Mpop { get; } = new()
    {
        Name = "mpop",
        OwnMs = 30,
        ExtraRoundTrips = 1,
        OffersEveryShare = true,
        SignInRoundTrips = 2,
        FolderRoundTrips = 3,
        ListingBytesPerMessage = 33,
        BytesAroundMessage = 25,
    };
}
