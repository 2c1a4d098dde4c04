namespace ProtocolAdvisor.Settings;

/// <summary>A settings file.</summary>
/// <param name="Name">The name under which clients or servers expect it.</param>
/// <param name="MediaType">The media type, without parameters.</param>
/// <param name="Content">The text, to be written as UTF-8 without a byte order mark.</param>
public sealed record SettingsFile(string Name, string MediaType, string Content);

/// <summary>
/// Why a format cannot tell a client what it must know. Half a file would set up an account that fails, or one that is not recommended.
/// </summary>
public enum SettingsObstacle
{
    /// <summary>Neither protocol is recommended, and none was asked for.</summary>
    NothingRecommended,

    /// <summary>No server of the protocol may be used.</summary>
    ProtocolNotUsable,

    /// <summary>The format must name the outgoing server, and none is known.</summary>
    OutgoingServerUnknown,

    /// <summary>The format knows none of the ways to sign in that the server takes.</summary>
    SignInNotExpressible,

    /// <summary>The client would take another user name than the servers want, and the format cannot say which.</summary>
    UserNameNotExpressible,

    /// <summary>The format means TLS from the first byte on the standard port, and the server is elsewhere.</summary>
    PortNotExpressible,
}

/// <summary>A settings file, or why there is none: one of the two.</summary>
/// <param name="File">The file.</param>
/// <param name="Obstacle">Why there is none.</param>
public sealed record SettingsOutcome(SettingsFile? File, SettingsObstacle? Obstacle)
{
    /// <summary>There is a file.</summary>
    public static SettingsOutcome Of(SettingsFile file) => new(file, null);

    /// <summary>There is none.</summary>
    public static SettingsOutcome Of(SettingsObstacle obstacle) => new(null, obstacle);
}
