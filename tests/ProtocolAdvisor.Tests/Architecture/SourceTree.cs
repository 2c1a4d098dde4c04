using System.Text.RegularExpressions;

namespace ProtocolAdvisor.Tests.Architecture;

/// <summary>The library's sources as text without comments, found from the test's own place upwards.</summary>
internal static partial class SourceTree
{
    public const string Root = "(root)";

    public static string Repository { get; } = Find();

    public static IReadOnlyList<SourceFile> Library { get; } = Read("src/ProtocolAdvisor");

    public static IReadOnlyList<SourceFile> Everything { get; } = Read("src");

    private static List<SourceFile> Read(string directory)
    {
        var top = Path.Combine(Repository, directory);
        return
        [
            .. Directory.EnumerateFiles(top, "*.cs", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(top, path).Replace('\\', '/'))
                .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
                .Order(StringComparer.Ordinal)
                .Select(path => new SourceFile(path, FolderOf(path), Comment().Replace(File.ReadAllText(Path.Combine(top, path)), string.Empty))),
        ];
    }

    private static string FolderOf(string path) => path.IndexOf('/') is var end and > 0 ? path[..end] : Root;

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "ProtocolAdvisor.sln"))) directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();
}

/// <summary>One source file.</summary>
/// <param name="Path">Relative to the directory that was read.</param>
/// <param name="Folder">Its first folder, or <see cref="SourceTree.Root"/>.</param>
/// <param name="Code">Its text without comments.</param>
internal sealed record SourceFile(string Path, string Folder, string Code);
