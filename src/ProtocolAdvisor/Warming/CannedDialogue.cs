using System.Text;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Warming;

/// <summary>One side of a canned conversation: lines in, fixed replies out.</summary>
internal abstract class CannedDialogue
{
    /// <summary>A message, small and well-formed.</summary>
    protected const string Message = "From: a@example.com\r\nTo: b@example.com\r\nSubject: warm\r\nDate: Thu, 01 Jan 2026 00:00:00 +0000\r\n\r\nwarm\r\n";

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    /// <summary>The dialogue of a protocol.</summary>
    internal static CannedDialogue For(MailProtocol protocol) => protocol switch
    {
        MailProtocol.Imap => new CannedImap(),
        MailProtocol.Pop3 => new CannedPop3(),
        MailProtocol.Submission => new CannedSubmission(),
    };

    /// <summary>The first line.</summary>
    protected abstract string Greeting { get; }

    /// <summary>Talks until the client leaves; true when it asked for TLS.</summary>
    public async Task<bool> TalkAsync(Stream stream, bool greets, bool offersTls, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, false, 1024, leaveOpen: true);
        if (greets) await SayAsync(stream, Greeting + "\r\n", cancellationToken);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            await SayAsync(stream, Reply(line, offersTls), cancellationToken);
            if (AsksForTls(line)) return true;
        }

        return false;
    }

    /// <summary>The whole reply to one line.</summary>
    protected abstract string Reply(string line, bool offersTls);

    /// <summary>Whether the line asks for TLS.</summary>
    protected abstract bool AsksForTls(string line);

    // A moment passes, as with any real server: an answer that is there before it is waited for leaves the paths of waiting uncompiled.
    private static async Task SayAsync(Stream stream, string text, CancellationToken cancellationToken)
    {
        await Task.Delay(Moment, TimeProvider.System, cancellationToken);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text), cancellationToken);
    }
}
