using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using ProtocolAdvisor.Cli.Options;
using ProtocolAdvisor.Cli.Words;

namespace ProtocolAdvisor.Cli.Runs;

/// <summary>
/// <c>key new NAME</c>: a key for the service, and its hash as a piece of the service's configuration (<c>Access:Keys</c>). The key goes
/// to the standard output and nowhere else: the service itself only ever sees its hash. No network.
/// </summary>
internal static class KeyCommand
{
    private const int Bytes = 32;
    private const int LongestName = 64;
    private const int MostPerMinute = 1_000_000;

    /// <summary>What a key may open, as the service names it.</summary>
    private static readonly string[] Scopes = ["assess", "audit", "admin"];

    public static Command For(Screen screen) => new("key", screen.Phrases.Key) { New(screen) };

    private static Command New(Screen screen)
    {
        var phrases = screen.Phrases;
        var name = new Argument<string>("NAME") { Description = phrases.KeyName, HelpName = "NAME", Arity = ArgumentArity.ZeroOrOne };
        var scopes = OptionForm.Many<string>(phrases, "--scope", phrases.KeyScope, string.Join('|', Scopes), phrases.OneOf(Scopes), (string? text, out string value) => Scopes.Contains(value = text ?? ""));
        scopes.CompletionSources.Add(Scopes);
        var perMinute = OptionForm.Number(phrases, "--per-minute", phrases.KeyPerMinute, phrases.Between(1, MostPerMinute), OptionForm.Whole(1, MostPerMinute));
        var json = new Option<bool>("--json") { Description = phrases.KeyJson };
        var command = new Command("new", phrases.KeyNew) { name, scopes, perMinute, json };
        command.Validators.Add(result =>
        {
            if (!IsName(result.GetResult(name)?.Tokens is [var only] ? only.Value : "")) result.AddError(phrases.Wants("NAME", phrases.ExpectedKeyName));
        });
        command.SetAction((line, _) => Invocation.GuardAsync(screen, () =>
        {
            var key = Base64Url();
            var opens = (line.GetValue(scopes) ?? ["assess"]).Distinct();
            var entry = new KeyEntry(line.GetValue(name)!, HashOf(key), [.. opens], line.GetValue(perMinute));
            screen.Write(line.GetValue(json) ? entry.AsJson(key) : Shown(key, entry, phrases));
            return Task.FromResult(ExitCode.Works);
        }));
        return command;
    }

    private static string Shown(string key, KeyEntry entry, CliPhrases phrases) => string.Join(
        "\n\n", phrases.KeyShown(entry.Name), $"  {key}", phrases.KeyForFile, entry.ForFile(), phrases.KeyForEnvironment, entry.ForEnvironment()) + "\n";

    // What needs no quotes in a shell, a unit file or JSON.
    private static bool IsName(string text) => text.Length is > 0 and <= LongestName && text[0] != '-'
        && text.All(x => char.IsAsciiLetterOrDigit(x) || x is '.' or '-' or '_');

    private static string Base64Url() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
