using System.Globalization;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Pasting;

/// <summary>What somebody meant who typed or pasted something to have it checked.</summary>
internal abstract record PastedSubject
{
    private PastedSubject()
    {
    }

    /// <summary>How it is written so that it is read as itself again, whatever it was written like before; names in A-labels.</summary>
    public abstract string Text { get; }

    /// <summary>
    /// Whether it is a mail domain, and not a server below one: what can be registered, or a name below which anybody can register one.
    /// </summary>
    private static bool CanBeRegistered(HostName name) =>
        name.Address is null && !name.HasOneLabel && (PublicSuffixList.Official.RegistrableDomain(name) ?? name) == name;

    /// <summary>
    /// A domain or a server, as a name without more is taken: <c>example.com</c> is a domain, <c>mail.example.com</c> a server.
    /// </summary>
    public static PastedSubject Of(HostName name) => CanBeRegistered(name) ? new Domain(name) : new Server(name);

    /// <summary>The mailbox of an address.</summary>
    /// <param name="Address">The whole address.</param>
    internal sealed record Mailbox(EmailAddress Address) : PastedSubject
    {
        /// <inheritdoc/>
        public override string Text => Address.ToString();
    }

    /// <summary>A mail domain: its servers are looked for, and no mailbox is looked at.</summary>
    /// <param name="Name">The domain.</param>
    internal sealed record Domain(HostName Name) : PastedSubject
    {
        /// <inheritdoc/>
        public override string Text =>
            CanBeRegistered(Name) && !Name.Value.StartsWith("www.", StringComparison.Ordinal) ? Name.Value : $"@{Name}";
    }

    /// <summary>A mail server.</summary>
    /// <param name="Host">The server.</param>
    /// <param name="Endpoint">The one endpoint that is named; null for the standard ones.</param>
    internal sealed record Server(HostName Host, MailEndpoint? Endpoint = null) : PastedSubject
    {
        /// <inheritdoc/>
        public override string Text => Endpoint switch
        {
            null => Host.Value,
            { } named when UsualPort.Of(Host, named.Port) == named => named.Authority,
            { } named => string.Create(CultureInfo.InvariantCulture, $"{named.Protocol.ServiceName(named.Security)}://{named.Authority}"),
        };
    }
}
