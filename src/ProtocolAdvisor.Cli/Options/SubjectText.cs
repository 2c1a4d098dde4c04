using System.CommandLine.Parsing;
using ProtocolAdvisor.Cli.Words;
using ProtocolAdvisor.Pasting;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Cli.Options;

/// <summary>Reads an argument as the page reads what is pasted into it, and says what is wrong with one that cannot be read.</summary>
internal static class SubjectText
{
    /// <summary>What was understood; an error of the line where that is nothing, or several things.</summary>
    public static PasteReading? Read(ArgumentResult result, CliPhrases phrases)
    {
        if (result.Tokens is not [var only]) return null;
        var reading = PasteReader.Read(only.Value);
        if (reading.Subject is null) result.AddError(Fault(reading, phrases));
        return reading;
    }

    /// <summary>Why a text says nothing to check. Nothing of it is repeated but the provider that is likely meant.</summary>
    public static string Fault(PasteReading reading, CliPhrases phrases)
    {
        var told = phrases.PasteFaults[reading.Fault ?? PasteFault.Unreadable];
        return reading.Instead is { } meant ? phrases.WithNear(told, [Hidden(meant)]) : told;
    }

    /// <summary>A subject as people write it.</summary>
    public static string Shown(PastedSubject subject) => OwnLetters.Of(subject.Text);

    private static string Hidden(PastedSubject subject) =>
        subject is PastedSubject.Mailbox { Address: var address } ? $"…@{OwnLetters.Of(address.Domain.Value)}" : Shown(subject);
}
