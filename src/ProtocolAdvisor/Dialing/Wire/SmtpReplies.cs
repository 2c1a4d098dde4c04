using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing.Wire;

/// <summary>Reads SMTP's replies, which may have several lines (RFC 5321 §4.2.1), up to a bound.</summary>
internal static class SmtpReplies
{
    /// <summary>Most lines of one reply.</summary>
    internal const int MaxLines = 200;

    /// <summary>Reads a whole reply.</summary>
    /// <exception cref="UnexpectedReplyException">A line is none of a reply; or the server says that it closes the connection (421).</exception>
    /// <exception cref="ResponseTooLargeException">It has too many lines.</exception>
    internal static async Task<SmtpReply> ReadSmtpReplyAsync(this LineConversation lines, CancellationToken token)
    {
        var reply = await lines.ReadSmtpReplyAsync(await lines.ReadLineAsync(token), token);
        return reply.Code == Closing ? throw new UnexpectedReplyException(FailureKind.ConnectionReset, reply.Text) : reply;
    }

    /// <summary>Reads the rest of a reply, whose first line is there.</summary>
    /// <inheritdoc cref="ReadSmtpReplyAsync(LineConversation, CancellationToken)"/>
    internal static async Task<SmtpReply> ReadSmtpReplyAsync(this LineConversation lines, string first, CancellationToken token)
    {
        var line = Parse(first);
        var texts = new List<string> { line.Text };
        while (line.HasMore)
        {
            if (texts.Count == MaxLines) throw new ResponseTooLargeException(new(RemarkCode.TooManyLines, ("lines", MaxLines)));
            var (code, next) = (line.Code, await lines.ReadLineAsync(token));
            line = Parse(next);
            if (line.Code != code) throw new UnexpectedReplyException(FailureKind.ProtocolViolation, next);
            texts.Add(line.Text);
        }

        return new SmtpReply(line.Code, texts);
    }

    // The server closes the connection behind it, whatever was asked (RFC 5321 §3.8).
    private const int Closing = 421;

    private static SmtpLine Parse(string line) =>
        SmtpReply.Parse(line) ?? throw new UnexpectedReplyException(FailureKind.ProtocolViolation, line);
}
