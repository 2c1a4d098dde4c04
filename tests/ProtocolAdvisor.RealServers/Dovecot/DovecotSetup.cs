using System.Net;
using System.Security.Authentication;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.RealServers;

/// <summary>The four ways in that Dovecot offers.</summary>
public enum DovecotListener
{
    Imap,
    Imaps,
    Pop3,
    Pop3s,
}

/// <summary>How a Dovecot for tests is to be set up; the defaults are Debian's, without its delays.</summary>
public sealed record DovecotSetup
{
    /// <summary>The server's certificate; null = one of an authority of its own, for 127.0.0.1 and localhost.</summary>
    public TestCertificate? Certificate { get; init; }

    /// <summary>False: neither STARTTLS/STLS nor the implicit TLS ports.</summary>
    public bool Tls { get; init; } = true;

    public SslProtocols MinTls { get; init; } = SslProtocols.Tls12;

    public SslProtocols MaxTls { get; init; } = SslProtocols.Tls13;

    /// <summary>Allows what OpenSSL refuses by default: RSA-1024 keys, SHA-1 signatures, TLS 1.0 and 1.1.</summary>
    public bool OldCryptography { get; init; }

    /// <summary>
    /// False: sign-in only inside TLS. Dovecot takes a client with the server's own address for a local, safe one and
    /// lets it in all the same: listen on 127.0.0.2 to see LOGINDISABLED, since a client then comes from 127.0.0.1.
    /// </summary>
    public bool PlaintextSignIn { get; init; }

    public IReadOnlyList<DovecotListener> Listeners { get; init; } = Enum.GetValues<DovecotListener>();

    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Ports to take instead of free ones.</summary>
    public IReadOnlyDictionary<DovecotListener, int> Ports { get; init; } = new Dictionary<DovecotListener, int>();

    /// <summary>Every user's quota, as "1G" or "200M"; null = the server knows no quotas.</summary>
    public string? Quota { get; init; } = "1G";

    public IReadOnlyList<string> Mechanisms { get; init; } = ["plain", "login"];

    /// <summary>Dovecot's own default is 2 seconds. Even with none it answers failures in half-second steps.</summary>
    public TimeSpan SignInFailureDelay { get; init; } = TimeSpan.Zero;

    /// <summary>User names and passwords.</summary>
    public IReadOnlyDictionary<string, string> Users { get; init; } =
        new Dictionary<string, string> { ["jane@example.com"] = "secret" };

    /// <summary>Further lines for dovecot.conf, which win over those before.</summary>
    public IReadOnlyList<string> ExtraLines { get; init; } = [];

    internal IEnumerable<DovecotListener> OpenListeners =>
        Listeners.Where(listener => Tls || listener is DovecotListener.Imap or DovecotListener.Pop3);
}
