using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Providers;

/// <summary>
/// Something that a provider's documentation, or whoever uses the provider, says in public. It may have changed since: it is never certain,
/// and never beats what the server itself says.
/// </summary>
public abstract record ProviderFact
{
    /// <summary>From this age in days a fact says its age: what providers demand changes about once a year.</summary>
    public const int OldAfterDays = 400;

    /// <summary>Where it can be read: an https address.</summary>
    public required Uri Source { get; init; }

    /// <summary>The day on which somebody last looked whether it still stands there.</summary>
    public required DateOnly Checked { get; init; }

    /// <summary>The protocols for which it holds; empty for all of them.</summary>
    public IReadOnlyList<MailProtocol> Protocols { get; init; } = [];

    /// <summary>The only plan for which it holds, named as the provider names it; null for every plan.</summary>
    public string? Plan { get; init; }

    /// <summary>Whether it says something of this protocol.</summary>
    public bool Concerns(MailProtocol protocol) => Protocols.Count == 0 || Protocols.Contains(protocol);

    /// <summary>How many days ago it was checked, seen from <paramref name="day"/>; 0 for a day before that.</summary>
    public int AgeInDays(DateOnly day) => Math.Max(0, day.DayNumber - Checked.DayNumber);

    /// <summary>Whether it is so old on that day that its age has to be told with it: more than <see cref="OldAfterDays"/> days.</summary>
    public bool IsOld(DateOnly day) => AgeInDays(day) > OldAfterDays;
}
