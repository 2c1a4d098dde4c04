using System.Text.Json.Serialization;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Settings;

namespace ProtocolAdvisor.Reports;

/// <summary>The settings to type into a client.</summary>
/// <param name="Protocol">What is spoken there.</param>
/// <param name="Host">The host.</param>
/// <param name="Port">The TCP port.</param>
/// <param name="Security">How the connection is encrypted.</param>
/// <param name="Username">The user name's form: a placeholder, or masked.</param>
/// <param name="Authentication">How to sign in.</param>
public sealed record RecommendedEndpoint(
    MailProtocol Protocol, string Host, int Port, ConnectionSecurity Security, string? Username, AuthenticationKind Authentication)
{
    /// <summary>What is known of it: whether it was tested.</summary>
    public ServerState State { get; init; }

    /// <summary>Which password is meant; null where none is taken.</summary>
    public PasswordKind? PasswordKind { get; init; }

    /// <summary>
    /// Of an outgoing server: the largest message in bytes that it takes, encoded as it is sent; null where it did not say so in the test.
    /// </summary>
    public long? MaxMessageBytes { get; init; }

    /// <summary>A chosen server, with the user name as a report may show it.</summary>
    internal static RecommendedEndpoint Of(IncomingServer server, string? username) => new(
        server.Endpoint.Protocol, server.Endpoint.Host.Value, server.Endpoint.Port, server.Endpoint.Security, username, KindOf(server.Authentication))
    {
        State = server.State,
        PasswordKind = KindOf(server.Authentication, server.Password),
    };

    /// <summary>The same of an outgoing server.</summary>
    internal static RecommendedEndpoint Of(OutgoingServer server, string? username) =>
        new(MailProtocol.Submission, server.Host.Value, server.Port, server.Security, username, KindOf(server.Authentication))
        {
            State = server.State,
            MaxMessageBytes = server.MaxMessageBytes,
            PasswordKind = KindOf(server.Authentication, server.Password),
        };

    private static PasswordKind? KindOf(IReadOnlyList<AuthenticationMethod> ways, PasswordKind password) =>
        ways.Any(x => x is AuthenticationMethod.PasswordCleartext or AuthenticationMethod.PasswordEncrypted) ? password : null;

    private static AuthenticationKind KindOf(IReadOnlyList<AuthenticationMethod> ways) => ways switch
    {
        [AuthenticationMethod.OAuth2, ..] => AuthenticationKind.Oauth2,
        [AuthenticationMethod.PasswordCleartext or AuthenticationMethod.PasswordEncrypted or AuthenticationMethod.Ntlm, ..] =>
            AuthenticationKind.Password,
        _ => AuthenticationKind.Other,
    };
}

/// <summary>How a client signs in.</summary>
[JsonConverter(typeof(CamelCase<AuthenticationKind>))]
public enum AuthenticationKind
{
    /// <summary>With a password.</summary>
    Password,

    /// <summary>With an OAuth 2.0 access token.</summary>
    Oauth2,

    /// <summary>With neither: what the server offers is in its SASL mechanisms.</summary>
    Other,
}
