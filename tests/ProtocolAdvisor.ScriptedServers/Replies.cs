using System.Text;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>Replies for <see cref="MailScript.On(string, Func{ScriptedCommand, Task})"/>, most of them bad ones.</summary>
public static class Replies
{
    /// <summary>Never an answer, while the connection stays open.</summary>
    public static Func<ScriptedCommand, Task> Silence => command => command.Connection.StaySilentAsync();

    /// <summary>An orderly end without an answer.</summary>
    public static Func<ScriptedCommand, Task> Close => command => command.Connection.CloseAsync();

    /// <summary>RST without an answer.</summary>
    public static Func<ScriptedCommand, Task> Reset => command =>
    {
        command.Connection.Reset();
        return Task.CompletedTask;
    };

    /// <summary>A text; {tag}, {verb} and {arguments} are the command's, so that an error can echo a password.</summary>
    public static Func<ScriptedCommand, Task> Text(string text) => command => command.ReplyAsync(text);

    public static Func<ScriptedCommand, Task> Raw(byte[] bytes) => command => command.Connection.WriteAsync(bytes);

    /// <summary>A text, then something else: half a reply and then silence, or a reset.</summary>
    public static Func<ScriptedCommand, Task> Text(string text, Func<ScriptedCommand, Task> then) => async command =>
    {
        await command.ReplyAsync(text);
        await then(command);
    };

    /// <summary>The first replies in turn, one per time the command comes; the last one stays.</summary>
    public static Func<ScriptedCommand, Task> InTurn(params Func<ScriptedCommand, Task>[] replies)
    {
        var asked = -1;
        return command => replies[Math.Min(Interlocked.Increment(ref asked), replies.Length - 1)](command);
    }

    /// <summary>A byte, a pause, a byte…: it defeats time limits per read. Over and over, for as long as the client stays.</summary>
    public static Func<ScriptedCommand, Task> Drip(string text, TimeSpan pause) => async command =>
    {
        while (!command.Connection.IsClosed)
        {
            foreach (var letter in Encoding.UTF8.GetBytes(text))
            {
                await command.Connection.WriteAsync(new[] { letter });
                await Task.Delay(pause, command.Connection.Stopped);
            }
        }
    };

    /// <summary>A line without an end.</summary>
    public static Func<ScriptedCommand, Task> EndlessLine(string start = "* OK ", long bytes = 64L << 20) =>
        Text(start, Repeat(new string('x', 64 * 1024), bytes));

    /// <summary>The same line again and again; IMAP's untagged lines, or a multi-line POP3 reply that never ends.</summary>
    public static Func<ScriptedCommand, Task> EndlessLines(string line = "* OK still here\r\n", long bytes = 64L << 20) =>
        Repeat(string.Concat(Enumerable.Repeat(line, Math.Max(1, 16 * 1024 / line.Length))), bytes);

    private static Func<ScriptedCommand, Task> Repeat(string text, long bytes) => async command =>
    {
        var block = Encoding.UTF8.GetBytes(text);
        for (var sent = 0L; sent < bytes; sent += block.Length)
            await command.Connection.WriteAsync(block);
        await command.Connection.StaySilentAsync();
    };
}
