using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace ProtocolAdvisor.Web.Startup.Configured;

/// <summary>
/// What Kestrel reads of its section, and of which kind it is. Left to itself it takes a wrong protocol for none, and ends at a wrong certificate with
/// a stack trace. What it does not read, such as <c>Kestrel:Limits</c>, is not among them.
/// </summary>
internal static class KestrelSettings
{
    private const string Endpoint = "Kestrel:Endpoints:{name}";

    /// <summary>All of them; the certificates' passwords are secrets.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        new Setting<string>($"{Endpoint}:Url", "an address such as http://127.0.0.1:5080", Listening.IsAddress, "", "none"),
        .. Connection(Endpoint), .. Certificate($"{Endpoint}:Certificate"),
        .. Connection($"{Endpoint}:Sni:{{name}}"), .. Certificate($"{Endpoint}:Sni:{{name}}:Certificate"),
        .. Connection("Kestrel:EndpointDefaults"), .. Certificate("Kestrel:Certificates:{name}"),
    ];

    private static Setting[] Connection(string at) =>
    [
        SettingKinds.OneOf($"{at}:Protocols", HttpProtocols.Http1AndHttp2),
        SettingKinds.List<SslProtocols>($"{at}:SslProtocols", "Tls12 or Tls13", IsModern, [], "the system's"),
        SettingKinds.OneOf($"{at}:ClientCertificateMode", ClientCertificateMode.NoCertificate),
    ];

    private static Setting[] Certificate(string at) =>
    [
        SettingKinds.ExistingFile($"{at}:Path"), SettingKinds.ExistingFile($"{at}:KeyPath"),
        SettingKinds.Text($"{at}:Password") with { IsSecret = true },
        SettingKinds.Text($"{at}:Subject"), SettingKinds.Text($"{at}:Store"), SettingKinds.OneOf($"{at}:Location", StoreLocation.CurrentUser),
        SettingKinds.Choice($"{at}:AllowInvalid", false),
    ];

    private static bool IsModern(string? text, out SslProtocols value) =>
        SettingKinds.IsNamed(text, out value) && value is (SslProtocols.Tls12 or SslProtocols.Tls13);
}
