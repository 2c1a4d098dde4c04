using System.CommandLine;
using ProtocolAdvisor.Cli.Words;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Settings;

namespace ProtocolAdvisor.Cli.Options;

/// <summary>Whether settings are made for the one person whose address was given.</summary>
internal sealed class HolderOptions
{
    private readonly CliPhrases _phrases;
    private readonly Option<bool> _personal;
    private readonly Option<string?> _name;

    public HolderOptions(CliPhrases phrases)
    {
        _phrases = phrases;
        _personal = new("--personal") { Description = phrases.Personal };
        _name = OptionForm.One<string>(phrases, "--name", phrases.OwnName, "NAME", phrases.ExpectedName, (string? text, out string? value) =>
            AccountHolder.IsName(value = text) && text!.Length <= AccountHolder.LongestName);
    }

    public IEnumerable<Option> All => [_personal, _name];

    /// <summary>The person; null where the settings are for everybody.</summary>
    /// <exception cref="WrongUsageException">A person was asked for, and there is no address that every format can carry.</exception>
    public AccountHolder? Of(ParseResult line, EmailAddress? email)
    {
        var name = line.GetValue(_name);
        if (!line.GetValue(_personal) && name is null) return null;
        return email is not null && AccountHolder.IsPlain(email.ToString()) ? new AccountHolder(email, name?.Trim()) : throw new WrongUsageException(_phrases.PersonNeedsAddress);
    }
}
