using System.Text.RegularExpressions;
using FluentValidation;
using FluentValidation.Validators;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Web.Wire;

/// <summary>What a text must be like, as far as the contract can say it; the rule itself may ask for more.</summary>
internal interface ITextShape
{
    /// <summary>How many characters it has at most; null where another rule says so.</summary>
    int? MaxLength { get; }

    /// <summary>The regular expression (ECMA 262) that it fits; null for none.</summary>
    string? Pattern { get; }
}

/// <summary>A rule for a text that may be left out.</summary>
/// <typeparam name="T">Whose member it is.</typeparam>
/// <param name="fits">Whether the text is right.</param>
/// <param name="maxLength">How many characters it has at most.</param>
/// <param name="pattern">What every right text fits.</param>
internal sealed class TextShape<T>(Func<string, bool> fits, int maxLength, string? pattern) : PropertyValidator<T, string?>, ITextShape
{
    /// <inheritdoc/>
    public override string Name => nameof(TextShape<T>);

    /// <inheritdoc/>
    public int? MaxLength => maxLength;

    /// <inheritdoc/>
    public string? Pattern => pattern;

    /// <inheritdoc/>
    public override bool IsValid(ValidationContext<T> context, string? value) => value is null || fits(value);
}

/// <summary>A rule for a secret's length; it may be left out.</summary>
/// <typeparam name="T">Whose member it is.</typeparam>
/// <param name="longest">How many characters it has at most.</param>
internal sealed class SecretLength<T>(int longest) : PropertyValidator<T, Secret?>, ILengthValidator
{
    /// <inheritdoc/>
    public override string Name => nameof(SecretLength<T>);

    /// <inheritdoc/>
    public int Min => 1;

    /// <inheritdoc/>
    public int Max => longest;

    /// <inheritdoc/>
    public override bool IsValid(ValidationContext<T> context, Secret? value) =>
        value is null || (value.Reveal().Length >= Min && value.Reveal().Length <= Max);
}

/// <summary>A rule for the characters of a secret; it may be left out.</summary>
/// <typeparam name="T">Whose member it is.</typeparam>
/// <param name="characters">A regular expression's class of characters.</param>
internal sealed class SecretCharacters<T>(string characters) : PropertyValidator<T, Secret?>, ITextShape
{
    private readonly Regex _fits = new($@"\A{characters}*\z", RegexOptions.CultureInvariant);

    /// <inheritdoc/>
    public override string Name => nameof(SecretCharacters<T>);

    /// <inheritdoc/>
    public int? MaxLength => null;

    /// <inheritdoc/>
    public string Pattern => $"^{characters}*$";

    /// <inheritdoc/>
    public override bool IsValid(ValidationContext<T> context, Secret? value) => value is null || _fits.IsMatch(value.Reveal());
}

/// <summary>How many items a list has.</summary>
internal interface ICountValidator
{
    /// <summary>At least.</summary>
    int Min { get; }

    /// <summary>At most.</summary>
    int Max { get; }
}

/// <summary>A rule for how many items a list has; it may be left out.</summary>
/// <typeparam name="T">Whose member it is.</typeparam>
/// <typeparam name="TItem">What it lists.</typeparam>
/// <param name="min">At least.</param>
/// <param name="max">At most.</param>
internal sealed class CountBetween<T, TItem>(int min, int max) : PropertyValidator<T, IReadOnlyList<TItem>?>, ICountValidator
{
    /// <inheritdoc/>
    public override string Name => nameof(CountBetween<T, TItem>);

    /// <inheritdoc/>
    public int Min => min;

    /// <inheritdoc/>
    public int Max => max;

    /// <inheritdoc/>
    public override bool IsValid(ValidationContext<T> context, IReadOnlyList<TItem>? value) =>
        value is null || (value.Count >= min && value.Count <= max);
}

/// <summary>Rules that the contract can tell.</summary>
internal static class ToldRules
{
    /// <summary>A mail address.</summary>
    public static IRuleBuilderOptions<T, string?> IsEmail<T>(this IRuleBuilder<T, string?> rule, Func<string, bool>? also = null) => rule.SetValidator(new TextShape<T>(
        text => EmailAddress.TryParse(text, null, out _) && also?.Invoke(text) != false, EmailAddress.MaxLength, @"^\S+@\S+\.\S+$"));

    /// <summary>A host name, or an IP address.</summary>
    public static IRuleBuilderOptions<T, string?> IsHost<T>(this IRuleBuilder<T, string?> rule) =>
        rule.SetValidator(new TextShape<T>(text => HostName.TryParse(text, null, out _), HostName.MaxLength, null));

    /// <summary>A domain's name, with a dot.</summary>
    public static IRuleBuilderOptions<T, string?> IsDomain<T>(this IRuleBuilder<T, string?> rule) => rule.SetValidator(new TextShape<T>(
        text => HostName.TryParse(text, null, out var domain) && domain.Address is null && domain.Value.Contains('.', StringComparison.Ordinal),
        HostName.MaxLength, @"^\S+\.\S+$"));

    /// <summary>A secret that has a character at least, and no more than so many.</summary>
    public static IRuleBuilderOptions<T, Secret?> HasLength<T>(this IRuleBuilder<T, Secret?> rule, int longest) =>
        rule.SetValidator(new SecretLength<T>(longest));

    /// <summary>A secret of visible ASCII characters.</summary>
    public static IRuleBuilderOptions<T, Secret?> IsVisibleAscii<T>(this IRuleBuilder<T, Secret?> rule) =>
        rule.SetValidator(new SecretCharacters<T>("[!-~]"));

    /// <summary>A list of so many items.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> HasCount<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>?> rule, int min, int max) =>
        rule.SetValidator(new CountBetween<T, TItem>(min, max));
}
