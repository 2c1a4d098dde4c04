using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Running;

namespace ProtocolAdvisor.Warming;

/// <summary>The endpoints of a mailbox of two messages on loopback: just enough to run every code path of an assessment once.</summary>
internal sealed class CannedMailServer : IDisposable
{
    private static readonly AssessmentLimits Limits = new(TimeSpan.FromSeconds(10), 2, 1 << 16);
    private static readonly HostName Host = HostName.Parse("127.0.0.1");
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<TcpListener> _listeners = [];
    private readonly X509Certificate2 _certificate;

    /// <summary>Starts to listen on free ports.</summary>
    public CannedMailServer(X509Certificate2 certificate)
    {
        _certificate = certificate;
        Endpoints =
        [
            .. from protocol in MailProtocols.All
               from security in MailProtocols.Securities
               select Listen(protocol, security),
        ];
    }

    /// <summary>The endpoints.</summary>
    public IReadOnlyList<MailEndpoint> Endpoints { get; }

    /// <summary>What an assessor needs to be let there, and nowhere else.</summary>
    public AssessorOptions Options => new()
    {
        Targets = new TargetOptions
        {
            AllowedNetworks = [new IPNetwork(IPAddress.Loopback, 32)],
            AllowedPorts = [.. Endpoints.Select(x => (x.Port, x.Port))],
        },
        TrustedRoots = [_certificate],
    };

    /// <summary>The mailbox, with its password.</summary>
    public AssessmentSubject Subject => new(Endpoints, Credentials.WithPassword("warm", new Secret("warm")), Limits);

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Cancel();
        foreach (var listener in _listeners) listener.Dispose();
        _stopping.Dispose();
    }

    private MailEndpoint Listen(MailProtocol protocol, ConnectionSecurity security)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _listeners.Add(listener);
        _ = AcceptAsync(listener, protocol, security, _stopping.Token);
        return new(protocol, Host, ((IPEndPoint)listener.LocalEndpoint).Port, security);
    }

    private async Task AcceptAsync(TcpListener listener, MailProtocol protocol, ConnectionSecurity security, CancellationToken cancellationToken)
    {
        while (await AcceptedAsync(listener, cancellationToken) is { } client) _ = TalkAsync(client, protocol, security, cancellationToken);
    }

    private static async Task<TcpClient?> AcceptedAsync(TcpListener listener, CancellationToken cancellationToken)
    {
        try
        {
            return await listener.AcceptTcpClientAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            return null;
        }
    }

    // Whatever goes wrong here is seen on the other side, by the assessor.
    private async Task TalkAsync(TcpClient client, MailProtocol protocol, ConnectionSecurity security, CancellationToken cancellationToken)
    {
        using var ownClient = client;
        var dialogue = CannedDialogue.For(protocol);
        try
        {
            Stream stream = client.GetStream();
            if (security == ConnectionSecurity.ImplicitTls) stream = await EncryptedAsync(stream, cancellationToken);
            if (await dialogue.TalkAsync(stream, true, security == ConnectionSecurity.StartTls, cancellationToken))
                await dialogue.TalkAsync(await EncryptedAsync(stream, cancellationToken), false, false, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or AuthenticationException or ObjectDisposedException)
        {
        }
    }

    private async Task<Stream> EncryptedAsync(Stream stream, CancellationToken cancellationToken)
    {
        var encrypted = new SslStream(stream);
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, cancellationToken);
        return encrypted;
    }
}
