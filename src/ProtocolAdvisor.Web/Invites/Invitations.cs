using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Invites;

/// <summary>
/// Makes invites and opens them. What is to be checked, the full address with it, must be known for as long as the link is good: it is sealed
/// with the keys of the data protection, which lie beside the database, and removed as soon as the link is used, taken back or over.
/// </summary>
internal sealed class Invitations(InviteArchive archive, Lazy<IDataProtectionProvider> protection, TimeProvider clock)
{
    /// <summary>How long an invite is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly Lazy<IDataProtector> _seal = new(() => protection.Value.CreateProtector("invite"));

    /// <summary>Makes one; its token is known to nobody but the answer's reader.</summary>
    public async Task<(StoredInvite Invite, string Token)> MakeAsync(InviteRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var (token, now) = (InviteToken.New(), clock.GetUtcNow());
        var invite = new StoredInvite
        {
            Id = ReportId.New(),
            TokenHash = InviteToken.HashOf(token),
            Owner = caller.Key?.Name,
            AskedBy = request.From ?? caller.Key?.Name,
            Account = EmailAddress.Parse(request.Email!).Masked,
            Note = request.Note,
            CreatedAt = now.ToUnixTimeMilliseconds(),
            ExpiresAt = (now + Lifetime).ToUnixTimeMilliseconds(),
            Stage = InviteStage.Open,
            Since = now.ToUnixTimeMilliseconds(),
            Sealed = _seal.Value.Protect(JsonSerializer.SerializeToUtf8Bytes(request, WireJson.Options)),
        };
        await archive.AddAsync(invite, cancellationToken);
        return (invite, token);
    }

    /// <summary>What an invite is for; null where it is over, or can no longer be unsealed.</summary>
    public InviteRequest? Open(StoredInvite invite)
    {
        if (invite.Sealed is not { } kept || InviteStates.Of(invite, clock.GetUtcNow()) != InviteState.Pending) return null;
        try
        {
            return JsonSerializer.Deserialize<InviteRequest>(_seal.Value.Unprotect(kept), WireJson.IgnoringUnknown);
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The assessment that an invite is for, still without the password.</summary>
    public static AssessmentRequest Assessment(InviteRequest request) => new(request.Email, null, request.Server, Usage: request.Usage);
}
