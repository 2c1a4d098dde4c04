using System.Runtime.InteropServices;

namespace ProtocolAdvisor.Cli;

/// <summary>
/// Keeps the terminal from showing what is typed, from before the question until the answer: the runtime does so only while it reads a key, and whoever
/// types ahead of that would see his password.
/// </summary>
internal sealed partial class SilentTerminal : IDisposable
{
    private const int Input = 0;
    private const int Now = 0;
    private const byte Echo = 0x08;

    // The C library's termios is smaller on every system; c_lflag is its fourth number, of 32 bits on Linux and of 64 on macOS (termios(3)).
    private const int TermiosBytes = 256;
    private readonly byte[]? _before;

    /// <summary>Silences it; where there is none, or on Windows, nothing happens.</summary>
    public SilentTerminal()
    {
        var settings = new byte[TermiosBytes];
        if (OperatingSystem.IsWindows() || Read(Input, settings) != 0) return;
        _before = [.. settings];
        settings[LocalFlags] &= unchecked((byte)~Echo);
        Write(Input, Now, settings);
    }

    private static int LocalFlags => OperatingSystem.IsMacOS() ? 3 * sizeof(ulong) : 3 * sizeof(uint);

    /// <summary>As it was before.</summary>
    public void Dispose()
    {
        if (_before is not null) Write(Input, Now, _before);
    }

    [LibraryImport("libc", EntryPoint = "tcgetattr")]
    private static partial int Read(int descriptor, Span<byte> settings);

    [LibraryImport("libc", EntryPoint = "tcsetattr")]
    private static partial int Write(int descriptor, int when, ReadOnlySpan<byte> settings);
}
