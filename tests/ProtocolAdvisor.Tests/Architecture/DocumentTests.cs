using System.Text.RegularExpressions;

namespace ProtocolAdvisor.Tests.Architecture;

/// <summary>What is written for people stays findable and short.</summary>
public sealed partial class DocumentTests
{
    private const int LongestReadme = 12 * 1024, LargestPicture = 150 * 1024;

    private static readonly IReadOnlyList<string> Documents =
        [.. Directory.EnumerateFiles(SourceTree.Repository, "*.md", SearchOption.AllDirectories).Where(IsOurs)];

    [Fact]
    public void Every_link_leads_somewhere() => Assert.Empty(
        from document in Documents
        from link in Link().Matches(File.ReadAllText(document))
        let target = link.Groups[1].Value
        where !target.Contains("://", StringComparison.Ordinal)
        where !Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, target.Split('#')[0]))
        select $"{Path.GetRelativePath(SourceTree.Repository, document)}: {target}");

    [Fact]
    public void Every_link_into_a_document_names_a_heading_of_it() => Assert.Empty(
        from document in Documents
        from link in Link().Matches(File.ReadAllText(document))
        let parts = link.Groups[1].Value.Split('#')
        where parts.Length == 2 && !parts[0].Contains("://", StringComparison.Ordinal)
        let target = parts[0].Length == 0 ? document : Path.Combine(Path.GetDirectoryName(document)!, parts[0])
        where !Anchors(target).Contains(parts[1])
        select $"{Path.GetRelativePath(SourceTree.Repository, document)}: {link.Groups[1].Value}");

    [Fact]
    public void The_readme_is_read_in_a_few_minutes()
    {
        var readme = Path.Combine(SourceTree.Repository, "README.md");
        Assert.True(new FileInfo(readme).Length < LongestReadme);
        var pictures = Link().Matches(File.ReadAllText(readme)).Select(x => x.Groups[1].Value).Where(x => x.EndsWith(".png", StringComparison.Ordinal));
        Assert.All(
            pictures,
            picture => Assert.True(new FileInfo(Path.Combine(SourceTree.Repository, picture)).Length < LargestPicture));
    }

    private static bool IsOurs(string path) => !Path.GetRelativePath(SourceTree.Repository, path)
        .Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "StrykerOutput");

    // As GitHub makes them: small letters, blanks as hyphens, no other signs.
    private static IEnumerable<string> Anchors(string document) => Heading().Matches(File.ReadAllText(document))
        .Select(x => Sign().Replace(x.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w \-]")]
    private static partial Regex Sign();
}
