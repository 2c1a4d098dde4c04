using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>What a path leads to, asked without opening it: opening a FIFO waits for its other end, and opening a device may set it in motion (statx(2), inode(7)).</summary>
internal static partial class UnixFile
{
    private const int FromWorkingFolder = -100;
    private const uint TypeAndOwner = 0x1 | 0x8;
    private const uint Number = 0x100;

    // struct statx, the same on every architecture: the owner is a number of 32 bits at 20, type and mode one of 16 bits at 28,
    // its number one of 64 bits at 32, the device's two of 32 bits at 136.
    private const int StatxBytes = 256;
    private const int OwnerOffset = 20;
    private const int ModeOffset = 28;
    private const int NumberOffset = 32;
    private const int DeviceOffset = 136;
    private const int TypeMask = 0xF000;

    /// <summary>Why this must not be used as a file of ours, links followed; null where it may be, where there is nothing yet, and where the system cannot be asked.</summary>
    public static string? Obstacle(string path)
    {
        var answer = new byte[StatxBytes];
        if (!OperatingSystem.IsLinux() || Statx(FromWorkingFolder, path, 0, TypeAndOwner, answer) != 0) return null;
        var type = BinaryPrimitives.ReadUInt16LittleEndian(answer.AsSpan(ModeOffset)) & TypeMask;
        var owner = BinaryPrimitives.ReadUInt32LittleEndian(answer.AsSpan(OwnerOffset));
        return Kind(type) is { } kind ? $"it is {kind}, and a regular file is expected" : owner != EffectiveUser() ? "it belongs to another user" : null;
    }

    /// <summary>Which file this is, links followed; null where there is none, and where the system cannot be asked.</summary>
    public static Identity? IdentityOf(string path)
    {
        var answer = new byte[StatxBytes];
        if (!OperatingSystem.IsLinux() || Statx(FromWorkingFolder, path, 0, Number, answer) != 0) return null;
        return new(BinaryPrimitives.ReadUInt64LittleEndian(answer.AsSpan(DeviceOffset)), BinaryPrimitives.ReadUInt64LittleEndian(answer.AsSpan(NumberOffset)));
    }

    private static string? Kind(int type) => type switch
    {
        0x8000 => null,
        0x4000 => "a folder",
        0x2000 or 0x6000 => "a device",
        0x1000 => "a pipe",
        0xC000 => "a socket",
        _ => "no file",
    };

    /// <summary>What makes a file that one and no other.</summary>
    /// <param name="Device">Where it lies.</param>
    /// <param name="Number">Its number there.</param>
    public sealed record Identity(ulong Device, ulong Number);

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, Span<byte> answer);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();
}
