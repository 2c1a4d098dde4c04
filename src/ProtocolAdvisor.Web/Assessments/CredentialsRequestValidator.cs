using System.Text;
using FluentValidation;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>What may be used to sign in. CR, LF or NUL in a user name would inject commands, so control characters are refused.</summary>
internal sealed class CredentialsRequestValidator : AbstractValidator<CredentialsRequest>
{
    /// <summary>States the rules.</summary>
    public CredentialsRequestValidator()
    {
        RuleFor(x => x.Username).Length(1, RequestBounds.LongestUsername).Says("username-length", Rules.LengthBetween);
        RuleFor(x => x.Username).Must(HasNoControls).Says("username-control-character", "control-character");
        RuleFor(x => x.Password).NotNull().When(x => x.AccessToken is null)
            .Says("secret-required");
        RuleFor(x => x.AccessToken).Null().When(x => x.Password is not null)
            .Says("password-and-token");
        RuleFor(x => x.Password).HasLength(RequestBounds.LongestPassword).Says("password-length");
        RuleFor(x => x.Password).Must(x => HasNoControls(x?.Reveal()))
            .Says("password-control-character", "control-character");
        RuleFor(x => x.AccessToken).HasLength(RequestBounds.LongestToken).Says("token-length");
        RuleFor(x => x.AccessToken).IsVisibleAscii().Says("token-character");
    }

    // Not a whole rune: half a surrogate pair, which no encoding of a user name can carry.
    private static bool HasNoControls(string? text) =>
        text is null || (!text.Any(char.IsControl) && !text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar));
}
