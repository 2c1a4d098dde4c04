using ProtocolAdvisor.Discovery;

namespace ProtocolAdvisor.Settings;

/// <summary>
/// A user name as settings may state it: with the placeholders that clients fill in; somebody's own only in settings that he asks for
/// himself.
/// </summary>
public sealed record LoginName
{
    /// <summary>The placeholder for the whole address.</summary>
    public const string Address = UsernameForm.Address;

    /// <summary>The placeholder for what stands before the <c>@</c>.</summary>
    public const string LocalPart = UsernameForm.LocalPart;

    /// <summary>The placeholder for the mail domain.</summary>
    public const string Domain = UsernameForm.Domain;

    private LoginName(string? template, LoginNameBasis basis) => (Template, Basis) = (template, basis);

    /// <summary>Nobody says what it is: then clients try the address, and mostly that is right.</summary>
    public static LoginName Usual { get; } = new(Address, LoginNameBasis.Usual);

    /// <summary>It does not follow from the address: only the user knows it.</summary>
    public static LoginName OnlyUserKnows { get; } = new(null, LoginNameBasis.OnlyUserKnows);

    /// <summary>The name, with placeholders; null where only the user knows it.</summary>
    public string? Template { get; }

    /// <summary>How far it is known.</summary>
    public LoginNameBasis Basis { get; }

    /// <summary>The name of the one person whom the settings are for; null where they are for everybody, or only he knows it.</summary>
    internal string? Own { get; private init; }

    /// <summary>What settings state: his own name, or the one with placeholders; null where only the user knows it.</summary>
    internal string? Written => Own ?? Template;

    /// <summary>
    /// The name as a source or the run tells it. It must be a form that readers of settings take: a fixed text is somebody's own name, and
    /// other placeholders are nobody's.
    /// </summary>
    public static LoginName Of(string template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return UsernameForm.Read(template, null, out _) is { } form ? new(form, LoginNameBasis.Known) : OnlyUserKnows;
    }

    /// <summary>The same for one person.</summary>
    internal LoginName For(AccountHolder holder) => Template is null ? this : this with { Own = holder.Filled(Template) };

    /// <summary>The form alone: nobody's own name is printed.</summary>
    public override string ToString() => Template ?? nameof(OnlyUserKnows);
}

/// <summary>How far a user name is known.</summary>
public enum LoginNameBasis
{
    /// <summary>A source names it, or a sign-in with it was accepted.</summary>
    Known,

    /// <summary>Nobody says; it is the usual one.</summary>
    Usual,

    /// <summary>It is the user's own.</summary>
    OnlyUserKnows,
}
