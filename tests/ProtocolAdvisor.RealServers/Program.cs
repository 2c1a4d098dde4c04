using System.Globalization;
using System.Runtime.InteropServices;
using ProtocolAdvisor.RealServers;

// A mail provider to try ProtocolAdvisor on, with a mailbox of three years in folders. It is reachable from this machine only.
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
    await using var park = KnotServer.Available ? await ProviderPark.StartAsync(Demo.Setup, Demo.Provider) : null;
    await using var alone = park is null ? await DovecotServer.StartAsync(Demo.Setup.Mail) : null;
    var (server, authority) = park is null ? (alone!, alone!.Authority) : (park.Mail, park.Authority);
    var content = await server.FillAsync(Demo.User, new MailboxPlan { Messages = 300, Sizes = MailSizes.Office });
    authority.WriteRootPem(root);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
        Dovecot serves {Demo.User}, password secret: {content.Messages} messages, {content.Bytes / 1e6:F1} MB of 1 GB in {content.Folders.Count} folders.
        {(park is null
            ? "It has to be named: without a name server nothing is published about it. " + KnotServer.Missing
            : "example.com publishes it in a settings file and SRV records.")}

        {(park?.Submission is null
            ? "Nobody is there to send mail through. " + PostfixServer.Missing
            : "Postfix is there to send mail through; it signs in whom Dovecot knows, and takes no message.")}

        Start the service, allowed to reach it:

        {Demo.StartService(root, withNames: park is not null)}

        Ask it, in another terminal:

        {Demo.Ask(withNames: park is not null)}

        Or ask without the service, in the terminal:

        {Demo.AskInTerminal(root, withNames: park is not null)}

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

/// <summary>Said to be internal, for ASP.NET Core would make it public, and tests that start the product's own Program would see two.</summary>
internal sealed partial class Program;
