using System.Text.Json;
using System.Text.Json.Nodes;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Settings;

/// <summary>
/// The document of draft-ietf-mailmaint-pacc. A host alone stands for TLS from the first byte on the standard port; what is elsewhere has
/// no place in it, and OAuth needs an issuer, which nobody has told us. The user signs in with the address. Sending is <c>smtp</c> up to
/// revision 02 and <c>submit</c> since revision 03: both are written, since readers pass over names that they do not know.
/// </summary>
internal static class PaccWriter
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    public static SettingsOutcome Write(ClientSettings settings)
    {
        if (!IsStandard(settings.Best.Endpoint)) return SettingsOutcome.Of(SettingsObstacle.PortNotExpressible);
        if (!TakesPassword(settings.Best.Authentication)) return SettingsOutcome.Of(SettingsObstacle.SignInNotExpressible);
        if (!IsAddress(settings.Best.LoginName)) return SettingsOutcome.Of(SettingsObstacle.UserNameNotExpressible);
        var document = new JsonObject
        {
            ["protocols"] = Protocols(settings),
            ["authentication"] = new JsonObject { ["password"] = true },
            ["info"] = new JsonObject { ["provider"] = new JsonObject { ["name"] = settings.DisplayName } },
        };
        return SettingsOutcome.Of(new SettingsFile("user-agent-configuration.json", "application/json", document.ToJsonString(Indented) + "\n"));
    }

    private static JsonObject Protocols(ClientSettings settings)
    {
        var protocols = new JsonObject();
        foreach (var server in settings.Incoming.Where(IsExpressible).DistinctBy(x => x.Endpoint.Protocol))
            protocols.Add(PaccReader.NameOf(server.Endpoint.Protocol), Host(server.Endpoint.Host));
        if (settings.Outgoing is not { } outgoing || !IsExpressible(outgoing)) return protocols;
        foreach (var name in (string[])["smtp", "submit"]) protocols.Add(name, Host(outgoing.Host));
        return protocols;
    }

    private static bool IsExpressible(IncomingServer server) =>
        IsStandard(server.Endpoint) && TakesPassword(server.Authentication) && IsAddress(server.LoginName);

    private static bool IsExpressible(OutgoingServer server) =>
        server is { Security: ConnectionSecurity.ImplicitTls, Port: StandardPort.Submissions } && TakesPassword(server.Authentication)
            && IsAddress(server.LoginName);

    private static JsonObject Host(HostName host) => new() { ["host"] = host.Value };

    private static bool IsStandard(MailEndpoint endpoint) => endpoint.Security == ConnectionSecurity.ImplicitTls
        && endpoint.Port == endpoint.Protocol.PortFor(endpoint.Security);

    private static bool TakesPassword(IReadOnlyList<AuthenticationMethod> ways) => ways.Contains(AuthenticationMethod.PasswordCleartext);

    private static bool IsAddress(LoginName name) => name.Template == LoginName.Address;
}
