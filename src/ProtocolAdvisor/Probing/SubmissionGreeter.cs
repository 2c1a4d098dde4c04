using System.Text.RegularExpressions;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>SMTP's greeting (RFC 5321 §3.1), EHLO (§4.1.1.1) and STARTTLS (RFC 3207 §4).</summary>
internal sealed partial class SubmissionGreeter : Greeter
{
    /// <summary>
    /// The name that we give: nobody's. An address literal is the grammar's way for a client without a name (RFC 5321 §4.1.4), and this one
    /// tells the server nothing of the machine that runs us, or of the user's.
    /// </summary>
    internal const string OurName = "[127.0.0.1]";

    private const string Ready = "220";

    /// <summary>What the server said to EHLO, where it took only HELO.</summary>
    internal string? EhloRefusal { get; private set; }

    internal override string StartTlsCapability => "STARTTLS";

    internal override string StartTlsCommand => "STARTTLS";

    internal override string CapabilityCommand => $"EHLO {OurName}";

    // EHLO and STARTTLS each end a group of commands (RFC 2920 §3.1, RFC 3207 §4): servers that watch for senders of junk hang up on both at once.
    internal override bool AsksBothAtOnce => false;

    internal override string Farewell => "QUIT";

    protected override bool Greets(string line) =>
        line.StartsWith(Ready, StringComparison.Ordinal) && SmtpReply.Parse(line) is not null && (!FileTransfer().IsMatch(line) || line.Contains("SMTP", StringComparison.OrdinalIgnoreCase));

    protected override bool Refuses(string line) => SmtpReply.Parse(line) is { Code: >= 400 };

    internal override CapabilitySet? CapabilitiesIn(string greeting) => null;

    // A refusal is told with as much of it as came before the server hung up.
    internal override async Task<string> ReadOnAsync(string line, LineConversation lines, CancellationToken token)
    {
        if (SmtpReply.Parse(line) is not { HasMore: true }) return line;
        try
        {
            return (await lines.ReadSmtpReplyAsync(line, token)).Text;
        }
        catch (IOException) when (Refuses(line))
        {
            return line;
        }
    }

    // A server that knows no EHLO is asked as servers of before 1995 were: it offers nothing then.
    internal override async Task<CapabilitySet> ReadCapabilitiesAsync(LineConversation lines, CancellationToken token)
    {
        var reply = await lines.ReadSmtpReplyAsync(token);
        if (reply.Code is 500 or 502 or 504)
        {
            await lines.SendAsync(token, $"HELO {OurName}");
            if (await lines.ReadSmtpReplyAsync(token) is { IsDone: false } refusal) throw Refusal(refusal);
            EhloRefusal = ServerText.Of(reply.Text);
            return new CapabilitySet([]);
        }

        return reply.IsDone ? new CapabilityCollector().Add(reply.Lines.Skip(1).Select(line => line.Trim()).Where(line => line.Length > 0)).ToSet() : throw Refusal(reply);
    }

    internal override async Task<string?> ReadStartTlsReplyAsync(LineConversation lines, CancellationToken token)
    {
        var reply = await lines.ReadSmtpReplyAsync(token);
        return reply.Code == 220 ? null : reply.IsRefusal ? ServerText.Of(reply.Text) : throw new UnexpectedReplyException(FailureKind.ProtocolViolation, reply.Text);
    }

    private static UnexpectedReplyException Refusal(SmtpReply reply) =>
        new(reply.IsRefusal ? FailureKind.CommandRefused : FailureKind.ProtocolViolation, reply.Text);

    [GeneratedRegex(@"\bFTP(?:d|\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FileTransfer();
}
