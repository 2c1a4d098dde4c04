namespace ProtocolAdvisor;

/// <summary>How much may be asked for, over HTTP and in the terminal alike.</summary>
internal static class RequestBounds
{
    /// <summary>Devices, people or new messages a day.</summary>
    public const int MostCounted = 1_000_000;

    /// <summary>Milliseconds of the user's line.</summary>
    public const double LongestRoundTripMs = 60_000;

    /// <summary>Megabits a second of the user's line.</summary>
    public const double NarrowestMbit = 0.001;

    /// <inheritdoc cref="NarrowestMbit"/>
    public const double WidestMbit = 1_000_000;

    /// <summary>Messages to fetch as samples.</summary>
    public const int MostSamples = 50;

    /// <summary>Bytes to fetch as samples.</summary>
    public const long MostSampleBytes = 64 << 20;

    /// <summary>Milliseconds to the report.</summary>
    public const int ShortestDeadlineMs = 1_000;

    /// <inheritdoc cref="ShortestDeadlineMs"/>
    public const int LongestDeadlineMs = 60_000;

    /// <summary>Endpoints that may be named.</summary>
    public const int MostEndpoints = 16;

    /// <summary>Characters of a user name.</summary>
    public const int LongestUsername = 320;

    /// <summary>Characters of a password.</summary>
    public const int LongestPassword = 1_024;

    /// <summary>Characters of an access token.</summary>
    public const int LongestToken = 16_384;
}
