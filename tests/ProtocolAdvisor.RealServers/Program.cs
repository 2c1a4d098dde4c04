using System.Globalization;
using System.Runtime.InteropServices;
using ProtocolAdvisor.RealServers;

// A mail server to try ProtocolAdvisor on, with a mailbox of three years in folders. It is reachable from this machine only.
const string user = "jane@example.com";
if (!DovecotServer.Available)
{
    Console.Error.WriteLine(DovecotServer.Missing);
    return 1;
}

var stopped = new TaskCompletionSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopped.TrySetResult();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
var root = Path.Combine(Path.GetTempPath(), "protocol-advisor-demo-root.pem");
try
{
    await using var server = await DovecotServer.StartAsync(new DovecotSetup
    {
        Ports = new Dictionary<DovecotListener, int>
        {
            [DovecotListener.Imaps] = 27993,
            [DovecotListener.Imap] = 27143,
            [DovecotListener.Pop3s] = 27995,
            [DovecotListener.Pop3] = 27110,
        },
    });
    var content = await server.FillAsync(user, new MailboxPlan { Messages = 300, Sizes = MailSizes.Office });
    server.Authority.WriteRootPem(root);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $$"""
        Dovecot serves {{user}}, password secret: {{content.Messages}} messages, {{content.Bytes / 1e6:F1}} MB of 1 GB in {{content.Folders.Count}} folders.

        Start the service, allowed to reach it:

        dotnet run --project src/ProtocolAdvisor.Web -- --Targets:AllowedNetworks:0=127.0.0.0/8 --Targets:AllowedPorts:0=27000-27999 --Tls:TrustedRoots:0={{root}}

        Ask it, in another terminal:

        curl -s http://127.0.0.1:5080/v1/assessments -H 'Content-Type: application/json' -d '{
          "email": "{{user}}",
          "server": { "endpoints": [
            { "protocol": "imap", "host": "127.0.0.1", "port": 27993, "security": "implicitTls" },
            { "protocol": "imap", "host": "127.0.0.1", "port": 27143, "security": "startTls" },
            { "protocol": "pop3", "host": "127.0.0.1", "port": 27995, "security": "implicitTls" },
            { "protocol": "pop3", "host": "127.0.0.1", "port": 27110, "security": "startTls" } ] },
          "credentials": { "username": "{{user}}", "password": "secret" },
          "usage": { "devices": 2, "people": 1, "webmail": true, "newMessagesPerDay": 20 }
        }'

        Ctrl-C ends it and deletes the mailbox.
        """));
    await stopped.Task;
    File.Delete(root);
}
catch (InvalidOperationException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

return 0;
