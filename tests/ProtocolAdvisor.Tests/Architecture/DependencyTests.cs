using System.Text.RegularExpressions;

namespace ProtocolAdvisor.Tests.Architecture;

/// <summary>Folders are stages: data passes one way, and this table says which stage may know which.</summary>
public partial class DependencyTests
{
    /// <summary>Namespaces of ours that a folder may name; its own is understood. <see cref="SourceTree.Root"/> stands for the types at the top.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Mail"] = [],
        ["Words"] = [],
        ["Dialing"] = ["Mail"],
        ["Discovery"] = ["Mail", "Dialing"],
        ["Probing"] = ["Mail", "Dialing"],
        ["Sessions"] = ["Mail", "Dialing"],
        ["Measurement"] = ["Mail", "Dialing", "Sessions"],
        [SourceTree.Root] = ["Mail", "Discovery", "Probing", "Sessions", "Measurement"],
        ["Running"] = [SourceTree.Root, "Mail", "Dialing", "Discovery", "Probing", "Sessions", "Measurement"],
        ["Warming"] = [SourceTree.Root, "Mail", "Dialing", "Discovery", "Running"],
        ["Knowledge"] = [SourceTree.Root, "Mail", "Discovery", "Probing", "Sessions", "Measurement"],
        ["Forecasting"] = ["Mail", "Measurement", "Knowledge"],
        ["Advice"] = [SourceTree.Root, "Mail", "Measurement", "Sessions", "Knowledge", "Forecasting", "Words"],
        ["Findings"] = [SourceTree.Root, "Mail", "Dialing", "Probing", "Sessions", "Measurement", "Discovery", "Advice", "Words"],
        ["Settings"] = [SourceTree.Root, "Mail", "Discovery", "Advice", "Words"],
        ["Reports"] = [SourceTree.Root, "Mail", "Dialing", "Discovery", "Probing", "Sessions", "Measurement", "Forecasting", "Knowledge", "Advice", "Findings", "Settings", "Words"],
    };

    /// <summary>Packages, and who may use them.</summary>
    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["MailKit"] = ["Sessions"],
        ["MimeKit"] = ["Sessions"],
        ["DnsClient"] = ["Dialing"],
        ["Polly"] = ["Dialing"],
        ["Microsoft.Extensions.Caching"] = ["Dialing"],
        ["Microsoft.AspNetCore"] = [],
        ["Microsoft.EntityFrameworkCore"] = [],
        ["Orleans"] = [],
    };

    public static TheoryData<string> Folders => [.. SourceTree.Library.Select(x => x.Folder).Distinct()];

    public static TheoryData<string> PureFolders => ["Knowledge", "Forecasting", "Advice", "Findings", "Words", "Settings", "Reports"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_what_the_table_allows(string folder)
    {
        Assert.True(MayUse.ContainsKey(folder), $"{folder} has no row in the table.");
        Assert.Empty(
            from file in FilesOf(folder)
            from used in OurNamespace().Matches(file.Code).Select(x => x.Groups[1].Value).Distinct()
            where used != folder && MayUse.ContainsKey(used) && !MayUse[folder].Contains(used)
            select $"{file.Path} uses {used}");
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_types_at_the_top_are_named_only_where_the_table_allows(string folder)
    {
        if (folder == SourceTree.Root || MayUse[folder].Contains(SourceTree.Root)) return;
        var topTypes = FilesOf(SourceTree.Root).Select(x => Path.GetFileNameWithoutExtension(x.Path)).ToList();
        Assert.Empty(
            from file in FilesOf(folder)
            from type in topTypes
            where Regex.IsMatch(file.Code, $@"\b{type}\b")
            select $"{file.Path} names {type}");
    }

    [Fact]
    public void Packages_stay_in_their_folders() => Assert.Empty(
        from file in SourceTree.Library
        from package in Packages
        where !package.Value.Contains(file.Folder) && Names(file.Code, Regex.Escape(package.Key))
        select $"{file.Path} uses {package.Key}");

    [Theory]
    [MemberData(nameof(PureFolders))]
    public void Judgement_is_pure(string folder) => Assert.Empty(
        from file in FilesOf(folder)
        from match in Impure().Matches(file.Code)
        select $"{file.Path}: {match.Value}");

    private static bool Names(string code, string package) => Regex.IsMatch(code, $@"(?<![\w.]){package}\.|using {package}\b");

    private static IEnumerable<SourceFile> FilesOf(string folder) => SourceTree.Library.Where(x => x.Folder == folder);

    [GeneratedRegex(@"\bProtocolAdvisor\.(\w+)")]
    private static partial Regex OurNamespace();

    [GeneratedRegex(@"\basync\b|\bawait\b|\bTask[<.]|\bSystem\.Net\b|\bSocket\w*|\bHttpClient\b|\bILogger\b|\bTimeProvider\b|\bDateTime(?:Offset)?\.(?:Utc)?Now\b|\bStopwatch\b|\bRandom\b|\bSystem\.IO\b|\bFile\.")]
    private static partial Regex Impure();
}
