using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Invites;

/// <summary>Opens invites for whoever holds their links. Guessing at links is bounded as guessing at keys is.</summary>
internal sealed class InviteDoor(InviteArchive archive, Invitations invitations, KeyGuesses guesses, TimeProvider clock)
{
    /// <summary>The invite of a token, with what it is for where it can be used.</summary>
    public async Task<OpenedInvite> OpenAsync(string token, HttpContext http)
    {
        if (guesses.Barred(http) is { } refusal) return new(null, null, null, refusal);
        var invite = InviteToken.IsPossible(token) ? await archive.FindByTokenAsync(InviteToken.HashOf(token), http.RequestAborted) : null;
        if (invite is null)
        {
            guesses.Missed(http);
            return new(null, null, null, null);
        }

        var state = InviteStates.Of(invite, clock.GetUtcNow());
        return new(invite, archive.IsRunning(invite) ? null : invitations.Open(invite), state, null) { IsRunning = state == InviteState.Pending && archive.IsRunning(invite) };
    }
}

/// <summary>What a link leads to.</summary>
/// <param name="Invite">The invite; null for none.</param>
/// <param name="Request">What it is for; null where it cannot be used.</param>
/// <param name="State">What became of it; null for none.</param>
/// <param name="Refusal">Why nothing was looked for; null where it was.</param>
internal sealed record OpenedInvite(StoredInvite? Invite, InviteRequest? Request, InviteState? State, Problem? Refusal)
{
    /// <summary>Whether its run is under way.</summary>
    public bool IsRunning { get; init; }
}
