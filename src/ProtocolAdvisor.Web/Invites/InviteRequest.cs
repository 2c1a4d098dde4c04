using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Web.Assessments;

namespace ProtocolAdvisor.Web.Invites;

/// <summary>Whom to invite to type his own password, and what for.</summary>
/// <param name="Email">The mail address whose mailbox is to be checked.</param>
/// <param name="From">Who asks, as the invited person reads it, at most 100 characters; the key's name when left out.</param>
/// <param name="Username">The user name; the mail address when left out.</param>
/// <param name="Server">The mail server; named, nothing is discovered.</param>
/// <param name="Usage">How the mailbox is, or will be, used, as far as it is known.</param>
/// <param name="Note">What is to be noted at the report, at most 200 characters.</param>
internal sealed record InviteRequest(
    string? Email = null, string? From = null, string? Username = null, ServerRequest? Server = null, Usage? Usage = null, string? Note = null)
{
    /// <summary>Nobody's address is printed.</summary>
    public override string ToString() => nameof(InviteRequest);
}
