using System.Text.RegularExpressions;

namespace ProtocolAdvisor.Tests.Architecture;

/// <summary>
/// A choice by protocol names every protocol, so that another one is a compile error (CS8509) wherever it matters. "IMAP, or else it is POP3" would take it for POP3 in silence.
/// </summary>
public partial class ProtocolTests
{
    [Fact]
    public void Nobody_chooses_between_two_ways_by_asking_for_one_protocol() => Assert.Empty(
        from file in SourceTree.Everything
        from match in BinaryChoice().Matches(file.Code)
        select $"{file.Path}: {match.Value}");

    [Fact]
    public void A_switch_over_protocols_has_no_default() => Assert.Empty(
        from file in SourceTree.Everything
        from arms in SwitchesIn(file.Code)
        where HasDefault(arms)
        select $"{file.Path}: {arms}");

    [Theory]
    [InlineData("x == MailProtocol.Imap ? a : b")]
    [InlineData("x.Protocol is MailProtocol.Pop3\n    ? a : b")]
    [InlineData("(x != MailProtocol.Imap) ? a : b")]
    public void It_is_a_choice_between_two(string code) => Assert.Matches(BinaryChoice(), code);

    [Theory]
    [InlineData("x => x == MailProtocol.Imap && y ? a : b")]
    [InlineData("x switch { MailProtocol.Imap => a, MailProtocol.Pop3 => b }")]
    public void It_is_a_question_or_names_all(string code) => Assert.DoesNotMatch(BinaryChoice(), code);

    [Theory]
    [InlineData("x switch { MailProtocol.Imap => new() { A = 1 }, _ => b };", true)]
    [InlineData("x switch { MailProtocol.Imap => y switch { 1 => 2, _ => 3 }, MailProtocol.Pop3 => b };", false)]
    [InlineData("y switch { 1 => x switch { MailProtocol.Imap => a, MailProtocol.Pop3 => b }, _ => c };", false)]
    [InlineData("y switch { 1 => x switch { MailProtocol.Imap => a, var other => b }, 2 => c };", true)]
    public void A_default_is_seen(string code, bool seen) => Assert.Equal(seen, SwitchesIn(code).Any(HasDefault));

    private static bool HasDefault(string arms) => Arm().IsMatch(arms) && Default().IsMatch(arms);

    // The arms of every switch expression, without what stands in braces within them.
    private static IEnumerable<string> SwitchesIn(string code) => Switch().Matches(code).Select(x => Braces().Replace(x.Groups["arms"].Value, "…"));

    [GeneratedRegex(@"(?:==|!=|\bis(?:\s+not)?)\s+MailProtocol\.\w+\s*\)?\s*\?(?!\?)")]
    private static partial Regex BinaryChoice();

    // Looked ahead at, because a switch may stand within another's arms.
    [GeneratedRegex(@"\bswitch\s*\{(?=(?<arms>(?>[^{}]+|(?<open>\{)|(?<-open>\}))*)(?(open)(?!))\})")]
    private static partial Regex Switch();

    [GeneratedRegex(@"\{(?>[^{}]+|(?<open>\{)|(?<-open>\}))*(?(open)(?!))\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"(?:^|,)\s*MailProtocol\.\w+\s*=>")]
    private static partial Regex Arm();

    [GeneratedRegex(@"(?:^|,)\s*(?:_|var \w+)\s*=>")]
    private static partial Regex Default();
}
