using System.Text.Json;
using System.Text.Json.Nodes;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Settings;

/// <summary>
/// The document of draft-ietf-mailmaint-pacc, as of its revision 02. A host alone stands for TLS from the first byte on the standard port; what is
/// elsewhere has no place in it, and OAuth needs an issuer, which nobody has told us.
/// </summary>
internal static class PaccWriter
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    public static SettingsOutcome Write(ClientSettings settings)
    {
        if (!IsStandard(settings.Best.Endpoint)) return SettingsOutcome.Of(SettingsObstacle.PortNotExpressible);
        if (!TakesPassword(settings.Best)) return SettingsOutcome.Of(SettingsObstacle.SignInNotExpressible);
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
        foreach (var server in settings.Incoming.Where(x => IsStandard(x.Endpoint) && TakesPassword(x)).DistinctBy(x => x.Endpoint.Protocol))
            protocols.Add(PaccReader.NameOf(server.Endpoint.Protocol), Host(server.Endpoint.Host));
        if (settings.Outgoing is { Security: ConnectionSecurity.ImplicitTls, Port: StandardPort.Submissions } outgoing) protocols.Add("smtp", Host(outgoing.Host));
        return protocols;
    }

    private static JsonObject Host(HostName host) => new() { ["host"] = host.Value };

    private static bool IsStandard(MailEndpoint endpoint) => endpoint.Security == ConnectionSecurity.ImplicitTls
        && endpoint.Port == endpoint.Protocol.PortFor(endpoint.Security);

    private static bool TakesPassword(IncomingServer server) => server.Authentication.Contains(AuthenticationMethod.PasswordCleartext);
}
