using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Invites;

/// <summary>An invite, as its maker sees it.</summary>
/// <param name="Id">Its id; it is not the link's secret and opens nothing.</param>
/// <param name="State">What became of it.</param>
/// <param name="Email">The masked address of whom it is for.</param>
/// <param name="From">Who asks, as the invited person reads it; null where nobody said so.</param>
/// <param name="Note">What is noted at its report; null for nothing.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="ExpiresAt">When it ends, UTC: 24 hours later.</param>
/// <param name="Location">The report of its run: <c>GET</c> opens it; null until there is one.</param>
internal sealed record InviteReply(
    string Id, InviteState State, string Email, string? From, string? Note, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, string? Location)
{
    /// <summary>What its maker is told of an invite.</summary>
    public static InviteReply Of(StoredInvite invite, DateTimeOffset now) => new(
        invite.Id,
        InviteStates.Of(invite, now),
        invite.Account,
        invite.AskedBy,
        invite.Note,
        DateTimeOffset.FromUnixTimeMilliseconds(invite.CreatedAt),
        DateTimeOffset.FromUnixTimeMilliseconds(invite.ExpiresAt),
        invite.ReportId is { } report ? $"/v1/assessments/{report}" : null);
}

/// <summary>A new invite.</summary>
/// <param name="Invite">The invite.</param>
/// <param name="Url">The link for whoever is invited. It holds the secret, is told this once, and cannot be asked for again.</param>
internal sealed record MadeInviteReply(InviteReply Invite, string Url);

/// <summary>The caller's invites.</summary>
/// <param name="Items">The newest 100, the newest first.</param>
internal sealed record InviteListReply(IReadOnlyList<InviteReply> Items);

/// <summary>What became of an invite.</summary>
[JsonConverter(typeof(CamelCase<InviteState>))]
internal enum InviteState
{
    /// <summary>It can be used.</summary>
    Pending,

    /// <summary>It has been used: there is a report.</summary>
    Used,

    /// <summary>Its maker has taken it back.</summary>
    Revoked,

    /// <summary>Nobody used it in time.</summary>
    Expired,
}

/// <summary>Tells what became of invites.</summary>
internal static class InviteStates
{
    /// <summary>What became of an invite by now.</summary>
    public static InviteState Of(StoredInvite invite, DateTimeOffset now) => invite.Stage switch
    {
        InviteStage.Used => InviteState.Used,
        InviteStage.Revoked => InviteState.Revoked,
        _ => invite.ExpiresAt > now.ToUnixTimeMilliseconds() ? InviteState.Pending : InviteState.Expired,
    };
}
