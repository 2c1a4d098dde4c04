namespace ProtocolAdvisor.Web.Storage;

/// <summary>Folders for their owner only: reports are for whoever holds their id, not for whoever has an account on this machine.</summary>
internal static class PrivateFolder
{
    /// <summary>The folder; made where it is missing.</summary>
    public static DirectoryInfo At(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
