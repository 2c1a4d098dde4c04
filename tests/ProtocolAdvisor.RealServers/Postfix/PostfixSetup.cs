using System.Net;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.RealServers;

/// <summary>The two ways in that a submission server offers (RFC 8314 §3.3).</summary>
public enum PostfixListener
{
    /// <summary>Clear text first, TLS by STARTTLS: port 587 elsewhere.</summary>
    Submission,

    /// <summary>Implicit TLS: port 465 elsewhere.</summary>
    Submissions,
}

/// <summary>How a Postfix for tests is to be set up: a submission server whose users and passwords are a Dovecot's, and that takes no message.</summary>
/// <param name="SignInSocket">The Dovecot's <see cref="DovecotServer.SignInSocket"/>; its mechanisms are offered.</param>
/// <param name="Certificate">What both listeners show.</param>
public sealed record PostfixSetup(string SignInSocket, TestCertificate Certificate)
{
    /// <summary>Where it listens.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Which ways in are open.</summary>
    public IReadOnlyList<PostfixListener> Listeners { get; init; } = Enum.GetValues<PostfixListener>();

    /// <summary>Ports to take instead of free ones.</summary>
    public IReadOnlyDictionary<PostfixListener, int> Ports { get; init; } = new Dictionary<PostfixListener, int>();

    /// <summary>False: no STARTTLS, and no implicit TLS listener.</summary>
    public bool Tls { get; init; } = true;

    /// <summary>False: AUTH is offered, and taken, in clear text too.</summary>
    public bool SignInNeedsTls { get; init; } = true;

    /// <summary>The largest message, in bytes, as SIZE tells it.</summary>
    public long SizeLimit { get; init; } = 35_882_577;

    /// <summary>Further lines for main.cf, which win over those before.</summary>
    public IReadOnlyList<string> ExtraLines { get; init; } = [];

    /// <summary>Whether it listens on 465 and 587 besides.</summary>
    internal bool OnStandardPorts { get; init; }

    internal IEnumerable<PostfixListener> OpenListeners => Listeners.Where(listener => Tls || listener == PostfixListener.Submission);
}
