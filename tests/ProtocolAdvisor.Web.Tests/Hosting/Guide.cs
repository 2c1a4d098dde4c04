namespace ProtocolAdvisor.Web.Tests.Hosting;

/// <summary>The operator's guide, against which the code is held.</summary>
internal static class Guide
{
    private static readonly string[] Lines = File.ReadAllLines(Path());

    /// <summary>A section's lines, its heading apart.</summary>
    public static IReadOnlyList<string> Section(string heading) =>
        [.. Lines.SkipWhile(x => x != $"## {heading}").Skip(1).TakeWhile(x => !x.StartsWith("## ", StringComparison.Ordinal))];

    /// <summary>What the first block in this language says.</summary>
    public static string Block(string language) =>
        string.Join('\n', Lines.SkipWhile(x => x != $"```{language}").Skip(1).TakeWhile(x => x != "```"));

    private static string Path()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "ProtocolAdvisor.sln"))) folder = System.IO.Path.GetDirectoryName(folder)!;
        return System.IO.Path.Combine(folder, "src", "ProtocolAdvisor.Web", "README.md");
    }
}
