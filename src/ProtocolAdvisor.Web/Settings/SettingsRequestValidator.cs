using FluentValidation;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Settings;

/// <summary>What settings may be filled with: what every format can carry, and what shows itself as it is.</summary>
internal sealed class SettingsRequestValidator : AbstractValidator<SettingsRequest>
{
    /// <summary>States the rules.</summary>
    public SettingsRequestValidator()
    {
        RuleFor(x => x.Email).NotNull().Says("email-invalid");
        RuleFor(x => x.Email).IsEmail(AccountHolder.IsPlain).Says("email-invalid");
        RuleFor(x => x.DisplayName).Length(1, AccountHolder.LongestName).Says("display-name-length", Rules.LengthBetween);
        RuleFor(x => x.DisplayName).Must(name => string.IsNullOrEmpty(name) || AccountHolder.IsName(name)).Says("display-name-character");
    }
}
