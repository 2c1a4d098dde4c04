using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Providers;

/// <summary>What is publicly known of one provider of mailboxes. What is not known is left out: an empty list says nothing.</summary>
public sealed record Provider
{
    /// <summary>Its key, as <c>google-workspace</c>: lower-case words joined by hyphens. It never changes.</summary>
    public required string Key { get; init; }

    /// <summary>Its name as people know it, the same in every language.</summary>
    public required string Name { get; init; }

    /// <summary>What it is recognised by.</summary>
    public required IReadOnlyList<ProviderMark> Marks { get; init; }

    /// <summary>What has to be entered as the password, by protocol where that differs.</summary>
    public IReadOnlyList<PasswordFact> Password { get; init; } = [];

    /// <summary>Where a password for mail programs, or an authorisation code, is made.</summary>
    public IReadOnlyList<PageFact> AppPasswordPages { get; init; } = [];

    /// <summary>Which protocols are on or off in a new mailbox, and where they are switched on.</summary>
    public IReadOnlyList<SwitchFact> Switches { get; init; } = [];

    /// <summary>What POP3 does otherwise than expected.</summary>
    public IReadOnlyList<Pop3Fact> Pop3 { get; init; } = [];

    /// <summary>How much is allowed.</summary>
    public IReadOnlyList<LimitFact> Limits { get; init; } = [];

    /// <summary>What has to be entered as the user name.</summary>
    public IReadOnlyList<LoginFact> Login { get; init; } = [];

    /// <summary>That a client has to say who it is; null where that is not known to be demanded.</summary>
    public ClientIdFact? ClientId { get; init; }

    /// <summary>Its OAuth2 issuer and scopes.</summary>
    public IReadOnlyList<OAuthFact> OAuth { get; init; } = [];

    /// <summary>That the standard protocols are not spoken; null where they are.</summary>
    public StandardAccessFact? StandardAccess { get; init; }

    /// <summary>Every fact that is known of it, its marks among them.</summary>
    public IEnumerable<ProviderFact> Facts =>
    [
        .. Marks, .. Password, .. AppPasswordPages, .. Switches, .. Pop3, .. Limits, .. Login, .. OAuth,
        .. new ProviderFact?[] { ClientId, StandardAccess }.OfType<ProviderFact>(),
    ];

    /// <summary>
    /// What this provider takes as a password over a protocol where no second factor is switched on; null where that is not known. What
    /// holds for one plan only is passed over: nobody knows the user's.
    /// </summary>
    public PasswordFact? PasswordFor(MailProtocol protocol) => Find(protocol, withSecondFactor: false);

    /// <summary>What it takes once the user has switched on a second factor; null where that makes no difference.</summary>
    public PasswordFact? PasswordWithSecondFactorFor(MailProtocol protocol) => Find(protocol, withSecondFactor: true);

    /// <summary>How a protocol's switch stands in a new mailbox, whatever its plan; null where that is not known.</summary>
    public SwitchFact? SwitchFor(MailProtocol protocol) => Switches.FirstOrDefault(x => x.Plan is null && x.Concerns(protocol));

    private PasswordFact? Find(MailProtocol protocol, bool withSecondFactor) =>
        Password.FirstOrDefault(x => x.Plan is null && x.Concerns(protocol) && x.WithSecondFactorOnly == withSecondFactor);
}
