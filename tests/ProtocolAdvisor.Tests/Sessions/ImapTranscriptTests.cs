using System.Text;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Tests.Sessions;

public sealed class ImapTranscriptTests
{
    private readonly TranscriptRecorder _recorder = new(TimeProvider.System);
    private readonly ImapTranscript _transcript;

    public ImapTranscriptTests() => _transcript = new ImapTranscript(_recorder);

    [Theory]
    [InlineData("* LIST (\\HasNoChildren \\Sent) \"/\" \"Scheidung\"", "* LIST (\\HasNoChildren \\Sent) •••")]
    [InlineData("* STATUS Scheidung (MESSAGES 5 SIZE 7)", "* STATUS ••• (MESSAGES 5 SIZE 7)")]
    [InlineData("* QUOTA user/jane (STORAGE 5 7)", "* QUOTA ••• (STORAGE 5 7)")]
    [InlineData("* FLAGS (\\Seen Scheidung)", "* FLAGS •••")]
    [InlineData("* OK [PERMANENTFLAGS (\\Seen Scheidung \\*)] Flags permitted", "* OK [PERMANENTFLAGS •••] Flags permitted")]
    [InlineData("* 5 FETCH (ENVELOPE (NIL \"Scheidung\" NIL))", "* 5 FETCH •••")]
    [InlineData("* 5 FETCH (UID 7 RFC822.SIZE 1234)", "* 5 FETCH ••• (UID 7 RFC822.SIZE 1234)")]
    [InlineData("* 5 EXISTS", "* 5 EXISTS")]
    [InlineData("* BYE Too long idle", "* BYE Too long idle")]
    [InlineData("A1 NO [ALERT] Blocked by the operator", "A1 NO [ALERT] Blocked by the operator")]
    [InlineData("+ AGphbmUAc2VjcmV0", "+ •••")]
    public void Of_a_reply_counts_and_the_servers_own_words_are_shown(string heard, string shown)
    {
        Hear(heard);
        Assert.Equal([shown], Texts);
    }

    [Fact]
    public void Of_our_own_commands_what_may_be_told_is_and_where_one_names_a_folder_no_answers_words_are()
    {
        _transcript.Asked([("Q1", new ImapCommand("STATUS Scheidung (MESSAGES)", "STATUS ••• (MESSAGES)", Elsewhere: true)), ("Q2", ImapCommand.Plain("EXAMINE INBOX"))]);
        foreach (var line in new[] { "* STATUS {9}", "Scheidung (MESSAGES 5)", "Q1 NO [NOPERM] Scheidung is not yours", "Q2 OK Scheidung" }) Hear(line);
        Assert.Equal(["Q1 STATUS ••• (MESSAGES)", "Q2 EXAMINE INBOX", "* STATUS ••• {9}", "Q1 NO [NOPERM] •••", "Q2 OK •••"], Texts);
    }

    [Fact]
    public void The_content_of_a_literal_is_not_shown_whatever_it_looks_like()
    {
        foreach (var line in new[] { "* LIST () \"/\" {24}", "* OK Scheidung", "* OK Eva", "* OK that was it" }) Hear(line);
        Assert.Equal(["* LIST () ••• {24}", "* OK that was it"], Texts);
    }

    [Fact]
    public void A_message_body_that_was_passed_over_takes_nothing_of_what_follows()
    {
        _transcript.Heard("* 1 FETCH (BODY[] {1234}\r"u8, bodyFollows: true);
        foreach (var line in new[] { ")", "A1 OK done" }) Hear(line);
        Assert.Equal(["* 1 FETCH ••• {1234}", "A1 OK done"], Texts);
    }

    [Fact]
    public void Of_a_long_reply_the_first_lines_and_the_number_of_the_others_are_told()
    {
        for (var i = 1; i <= 2000; i++) Hear($"* {i} EXISTS");
        Hear("A1 OK done");
        Assert.Equal((10, 1992, "A1 OK done"), (_recorder.Lines.Count, _recorder.Lines[8].LeftOut, _recorder.Lines[9].Text));
    }

    private IEnumerable<string> Texts => _recorder.Lines.Select(line => line.Text);

    private void Hear(string line) => _transcript.Heard(Encoding.UTF8.GetBytes(line + "\r"), bodyFollows: false);
}
