using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ProtocolAdvisor.Cli.Words;

namespace ProtocolAdvisor.Cli.Options;

/// <summary>Makes options whose values are parsed at the door; a wrong one is told with what is expected, never with itself: it may be a password in the wrong place.</summary>
internal static class OptionForm
{
    /// <summary>Turns a text into a value, or says that it is none.</summary>
    public delegate bool Parse<T>(string? text, out T value);

    /// <summary>An option with one value.</summary>
    public static Option<T?> Number<T>(CliPhrases phrases, string name, string description, string expected, Parse<T> parse)
        where T : struct
    {
        return new(name)
        {
            Description = description,
            HelpName = "N",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = x => Parsed(x, phrases.Wants(name, expected), parse, out var value) ? value : null,
        };
    }

    /// <summary>An option with one value that is an object.</summary>
    public static Option<T?> One<T>(CliPhrases phrases, string name, string description, string shown, string expected, Parse<T?> parse)
        where T : class
    {
        return new(name)
        {
            Description = description,
            HelpName = shown,
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = x => Parsed(x, phrases.Wants(name, expected), parse, out var value) ? value : null,
        };
    }

    /// <summary>An option that may be given several times.</summary>
    public static Option<IReadOnlyList<T>> Many<T>(CliPhrases phrases, string name, string description, string shown, string expected, Parse<T> parse) => new(name)
    {
        Description = description,
        HelpName = shown,
        Arity = ArgumentArity.ZeroOrMore,
        CustomParser = result => All(result, phrases.Wants(name, expected), parse),
    };

    /// <summary>An option that takes one of a few words.</summary>
    public static Option<string?> Word(string name, string description, CliPhrases phrases, params string[] words)
    {
        var option = One<string>(phrases, name, description, string.Join('|', words), phrases.OneOf(words), (string? text, out string? value) => words.Contains(value = text));
        option.CompletionSources.Add(words);
        return option;
    }

    /// <summary>An option that says yes by its name alone, and may say no.</summary>
    public static Option<bool?> Flag(string name, string description, CliPhrases phrases)
    {
        var expected = phrases.OneOf("true", "false");
        return new(name)
        {
            Description = description,
            HelpName = "true|false",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = x => x.Tokens.Count == 0 ? true : Parsed<bool>(x, phrases.Wants(name, expected), bool.TryParse, out var value) ? value : null,
        };
    }

    /// <summary>A whole number within bounds.</summary>
    public static Parse<long> Whole(long least, long most) => (string? text, out long value) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most;

    /// <summary>A number within bounds.</summary>
    public static Parse<double> Fraction(double least, double most) => (string? text, out double value) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value >= least && value <= most;

    private static List<T> All<T>(ArgumentResult result, string wrong, Parse<T> parse)
    {
        var values = new List<T>();
        if (result.Tokens.Count == 0) result.AddError(wrong);
        foreach (var token in result.Tokens)
        {
            if (parse(token.Value, out var value)) values.Add(value);
            else result.AddError(wrong);
        }

        return values;
    }

    private static bool Parsed<T>(ArgumentResult result, string wrong, Parse<T> parse, out T value)
    {
        value = default!;
        if (result.Tokens is [var only] && parse(only.Value, out value)) return true;
        result.AddError(wrong);
        return false;
    }
}
