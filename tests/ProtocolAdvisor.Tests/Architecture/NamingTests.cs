using System.Text.RegularExpressions;

namespace ProtocolAdvisor.Tests.Architecture;

/// <summary>A name says what a thing is. These endings say nothing.</summary>
public partial class NamingTests
{
    private static readonly string[] Banned =
        ["Service", "Manager", "Helper", "Helpers", "Utils", "Util", "Handler", "Processor", "Impl", "Base", "Info", "Data", "Dto", "Common"];

    /// <summary>Names that a framework forces on us, each with that framework.</summary>
    private static readonly Dictionary<string, string> Forced = [];

    [Fact]
    public void No_type_ends_in_an_empty_word() => Assert.Empty(
        from file in SourceTree.Everything
        from name in TypeName().Matches(file.Code).Select(x => x.Groups[1].Value)
        where Banned.Any(x => name.EndsWith(x, StringComparison.Ordinal)) && !Forced.ContainsKey(name)
        select $"{file.Path}: {name}");

    [Fact]
    public void Folders_carry_no_empty_words() => Assert.Empty(
        from file in SourceTree.Everything
        from part in file.Path.Split('/').SkipLast(1)
        where Banned.Any(x => part.EndsWith(x, StringComparison.Ordinal)) || part is "Models" or "Extensions" or "Interfaces" or "Services"
        select file.Path);

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?)\s+([A-Z]\w*)")]
    private static partial Regex TypeName();
}
