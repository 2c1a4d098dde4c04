using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using ProtocolAdvisor.Cli.Words;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Cli.Options;

/// <summary>How to sign in. There is no option that takes a secret: arguments and environment can be read by every other process.</summary>
internal sealed class CredentialOptions
{
    private readonly Option<string?> _user;
    private readonly Option<bool> _passwordStdin;
    private readonly Option<bool> _tokenStdin;
    private readonly Option<bool> _noPassword;
    private readonly CliPhrases _phrases;

    public CredentialOptions(CliPhrases phrases)
    {
        _phrases = phrases;
        _user = OptionForm.One<string>(phrases, "--user", phrases.User, "NAME", phrases.ExpectedUser, IsUsername);
        _passwordStdin = new("--password-stdin") { Description = phrases.PasswordStdin };
        _tokenStdin = new("--token-stdin") { Description = phrases.TokenStdin };
        _noPassword = new("--no-password") { Description = phrases.NoPassword };
    }

    /// <summary>Adds everything to a command, and judges what only fits together or not.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _user, _passwordStdin, _tokenStdin, _noPassword }) command.Add(option);
        command.Validators.Add(Judge);
    }

    /// <summary>Whether the user name is the address for want of another.</summary>
    public bool UsernameIsPresumed(ParseResult line) => line.GetValue(_user) is null;

    /// <summary>Whether the line says how to sign in.</summary>
    public bool AreWanted(ParseResult line) => line.GetValue(_user) is not null || line.GetValue(_passwordStdin) || line.GetValue(_tokenStdin);

    /// <summary>Reads or asks for the secret.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="screen">Where to ask.</param>
    /// <param name="email">The address, which is the user name where none is given.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>What to sign in with; null for not at all.</returns>
    /// <exception cref="WrongUsageException">No secret came, or none that can be one; or a user name where nobody is to sign in.</exception>
    public async Task<Credentials?> AskAsync(ParseResult line, Screen screen, EmailAddress? email, CancellationToken cancellationToken)
    {
        if (line.GetValue(_noPassword) && line.GetValue(_user) is not null) throw new WrongUsageException(_phrases.UserSignsIn);
        var username = line.GetValue(_user) ?? email?.ToString();
        var (asPassword, asToken) = (line.GetValue(_passwordStdin), line.GetValue(_tokenStdin));
        if (!asPassword && !asToken && (line.GetValue(_noPassword) || username is null || !Screen.CanAsk)) return null;
        if (username is null) throw new WrongUsageException(_phrases.UserNeeded);
        var secret = Console.IsInputRedirected ? PipedLine.Read() : await screen.AskAsync(_phrases.Prompt(OwnLetters.Of(username), asToken), cancellationToken);
        if (string.IsNullOrEmpty(secret)) return asPassword || asToken ? throw new WrongUsageException(_phrases.SecretMissing) : null;
        if (!(asToken ? IsToken(secret) : IsPassword(secret))) throw new WrongUsageException(asToken ? _phrases.ExpectedToken : _phrases.ExpectedPassword);
        return asToken ? Credentials.WithAccessToken(username, new Secret(secret)) : Credentials.WithPassword(username, new Secret(secret));
    }

    private void Judge(CommandResult result)
    {
        var ways = new[] { _passwordStdin, _tokenStdin, _noPassword }.Count(x => result.GetValue(x));
        if (ways > 1) result.AddError(_phrases.OneWayToSignIn);
    }

    private static bool IsUsername(string? text, out string? value) => (value = text)?.Length is > 0 and <= RequestBounds.LongestUsername && HasNoControls(text!);

    private static bool IsPassword(string text) => text.Length <= RequestBounds.LongestPassword && HasNoControls(text);

    private static bool IsToken(string text) => text.Length <= RequestBounds.LongestToken && text.All(c => c is > ' ' and <= '~');

    // Not a whole rune: what was no UTF-8 when it came in.
    private static bool HasNoControls(string text) => !text.Any(char.IsControl) && !text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar);
}
