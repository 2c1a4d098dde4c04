namespace ProtocolAdvisor.Warming;

/// <summary>POP3 as far as an assessment speaks it.</summary>
internal sealed class CannedPop3 : CannedDialogue
{
    private bool _challenged;

    /// <inheritdoc/>
    protected override string Greeting => "+OK warm";

    /// <inheritdoc/>
    protected override bool AsksForTls(string line) => line.Equals("STLS", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    protected override string Reply(string line, bool offersTls)
    {
        if (_challenged) return Accepted();
        var words = line.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is ["AUTH", _])
        {
            _challenged = true;
            return "+ \r\n";
        }

        return words is [] ? "-ERR\r\n" : ReplyTo(words, offersTls);
    }

    private string Accepted()
    {
        _challenged = false;
        return "+OK\r\n";
    }

    private static string ReplyTo(string[] words, bool offersTls) => words switch
    {
        ["CAPA"] => $"+OK\r\nTOP\r\nUIDL\r\nUSER\r\nPIPELINING\r\nRESP-CODES\r\nSASL PLAIN\r\n{(offersTls ? "STLS\r\n" : "")}.\r\n",
        ["STAT"] => $"+OK 2 {2 * Message.Length}\r\n",
        ["LIST"] => $"+OK\r\n1 {Message.Length}\r\n2 {Message.Length}\r\n.\r\n",
        ["UIDL"] => "+OK\r\n1 a\r\n2 b\r\n.\r\n",
        ["RETR" or "TOP", ..] => $"+OK\r\n{Message}.\r\n",
        ["DELE" or "RSET", ..] => "-ERR\r\n",
        _ => "+OK\r\n",
    };
}
