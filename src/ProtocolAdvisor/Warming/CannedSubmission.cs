namespace ProtocolAdvisor.Warming;

/// <summary>SMTP as far as an assessment speaks it.</summary>
internal sealed class CannedSubmission : CannedDialogue
{
    /// <inheritdoc/>
    protected override string Greeting => "220 warm ESMTP";

    /// <inheritdoc/>
    protected override bool AsksForTls(string line) => line.Equals("STARTTLS", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    protected override string Reply(string line, bool offersTls) => line.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["EHLO", ..] => $"250-warm\r\n250-PIPELINING\r\n250-SIZE 1000\r\n{(offersTls ? "250-STARTTLS\r\n" : "250-AUTH PLAIN\r\n")}250 8BITMIME\r\n",
        ["STARTTLS"] => "220 go\r\n",
        ["AUTH", ..] => "235 2.7.0 done\r\n",
        ["QUIT"] => "221 bye\r\n",
        _ => "502 no\r\n",
    };
}
