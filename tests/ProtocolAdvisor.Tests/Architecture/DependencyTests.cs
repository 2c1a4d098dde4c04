using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ProtocolAdvisor.Running;

namespace ProtocolAdvisor.Tests.Architecture;

/// <summary>Folders are stages: data passes one way, and this table says which stage may know which. It is held against what was compiled.</summary>
public partial class DependencyTests
{
    /// <summary>Stages that a stage may know; its own is understood. <see cref="SourceTree.Root"/> stands for the types at the top: what a run is asked, and what it has learned.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Mail"] = [],
        ["Words"] = [],
        ["Dialing"] = ["Mail"],
        ["Discovery"] = ["Mail", "Dialing"],
        ["Pasting"] = ["Mail", "Discovery"],
        ["Probing"] = ["Mail", "Dialing"],
        ["Sessions"] = ["Mail", "Dialing"],
        ["Measurement"] = ["Mail", "Dialing", "Sessions"],
        ["Providers"] = ["Mail"],
        [SourceTree.Root] = ["Mail", "Providers", "Dialing", "Discovery", "Probing", "Sessions", "Measurement"],
        ["Running"] = [SourceTree.Root, "Mail", "Providers", "Dialing", "Discovery", "Probing", "Sessions", "Measurement"],
        ["Warming"] = [SourceTree.Root, "Mail", "Dialing", "Discovery", "Running"],
        ["Knowledge"] = [SourceTree.Root, "Mail", "Providers", "Discovery", "Probing", "Sessions", "Measurement"],
        ["Forecasting"] = ["Mail", "Measurement", "Knowledge"],
        ["Advice"] = [SourceTree.Root, "Mail", "Providers", "Measurement", "Sessions", "Knowledge", "Forecasting", "Words"],
        ["Findings"] = [SourceTree.Root, "Mail", "Providers", "Dialing", "Probing", "Sessions", "Measurement", "Discovery", "Advice", "Words"],
        ["Settings"] = [SourceTree.Root, "Mail", "Providers", "Discovery", "Probing", "Sessions", "Advice", "Findings", "Words"],
        ["Reports"] = [SourceTree.Root, "Mail", "Providers", "Dialing", "Discovery", "Probing", "Sessions", "Measurement", "Forecasting", "Knowledge", "Advice", "Findings", "Settings", "Words"],
        ["Languages"] = ["Mail", "Providers", "Discovery", "Sessions", "Forecasting", "Advice", "Findings", "Settings", "Reports", "Words"],
    };

    /// <summary>The subjects of dialling, and which of them a subject may know besides what stands above them: the policy, the time, and how things fail.</summary>
    private static readonly Dictionary<string, string[]> DialingSubjects = new()
    {
        ["Dialing"] = [],
        ["Dialing.Names"] = ["Dialing"],
        ["Dialing.Certificates"] = ["Dialing"],
        ["Dialing.Wire"] = ["Dialing"],
        ["Dialing.Web"] = ["Dialing", "Dialing.Names", "Dialing.Certificates", "Dialing.Wire"],
    };

    /// <summary>Packages by the beginning of their namespaces, and who may use them.</summary>
    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["MailKit"] = ["Sessions"],
        ["MimeKit"] = ["Sessions"],
        ["DnsClient"] = ["Dialing"],
        ["Polly"] = ["Dialing"],
        ["Microsoft"] = ["Dialing"],
        ["Orleans"] = [],
    };

    /// <summary>What judges facts does neither wait nor look: no network, no files, no clock, no threads and tasks, no chance.</summary>
    private static readonly string[] Impure =
        ["System.Net", "System.IO", "System.Threading", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.TimeProvider", "System.Random", "System.Environment", "System.Console"];

    private static readonly Dictionary<string, List<IType>> Stages = Load();

    public static TheoryData<string> Folders => [.. Stages.Keys];

    public static TheoryData<string> PureFolders => ["Pasting", "Providers", "Knowledge", "Forecasting", "Advice", "Findings", "Words", "Settings", "Reports", "Languages"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_stage_knows_only_what_the_table_allows(string stage)
    {
        Assert.True(MayUse.ContainsKey(stage), $"{stage} has no row in the table.");
        AssertNone(UsesIn(stage, target => StageOf(target) is { } used && used != stage && !MayUse[stage].Contains(used)));
    }

    [Fact]
    public void A_subject_of_dialling_knows_only_what_its_table_allows() => AssertNone(
        UsesIn("Dialing", (origin, target) => StageOf(target) == "Dialing" && SubjectOf(origin) != SubjectOf(target) && !DialingSubjects[SubjectOf(origin)].Contains(SubjectOf(target))));

    [Fact]
    public void The_table_has_no_cycle()
    {
        var left = MayUse.ToDictionary(x => x.Key, x => x.Value);
        while (left.FirstOrDefault(x => !x.Value.Any(left.ContainsKey)) is { Key: { } lowest }) left.Remove(lowest);
        Assert.Empty(left.Keys);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Packages_stay_in_their_stages(string stage) => AssertNone(
        UsesIn(stage, target => Packages.Any(package => !package.Value.Contains(stage) && IsOf(target, package.Key))));

    [Theory]
    [MemberData(nameof(PureFolders))]
    public void Judgement_is_pure(string stage) => AssertNone(UsesIn(stage, target => Impure.Any(x => IsOf(target, x))));

    // Constants and members of enumerations leave no trace in what was compiled, but their namespace stands in the source.
    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_names_only_namespaces_that_the_table_allows(string stage) => AssertNone(
        from file in SourceTree.Library
        where file.Folder == stage
        from used in OurNamespace().Matches(file.Code).Select(x => x.Groups[1].Value).Distinct()
        where used != stage && MayUse.ContainsKey(used) && !MayUse[stage].Contains(used)
        select $"{file.Path} names {used}");

    private static Dictionary<string, List<IType>> Load() => new ArchLoader().LoadAssembly(typeof(MailboxAssessor).Assembly).Build().Types
        .Where(x => StageOf(x) is not null).GroupBy(x => StageOf(x)!).ToDictionary(x => x.Key, x => x.ToList());

    private static IEnumerable<string> UsesIn(string stage, Func<IType, bool> forbidden) => UsesIn(stage, (_, target) => forbidden(target));

    private static IEnumerable<string> UsesIn(string stage, Func<IType, IType, bool> forbidden) => Stages[stage]
        .SelectMany(type => type.Dependencies.Select(x => x.Target).Where(target => forbidden(type, target)).Select(target => $"{type.FullName} → {target.FullName}")).Distinct();

    // All of them at once, in the message of the test that fails.
    private static void AssertNone(IEnumerable<string> wrong)
    {
        var all = string.Join("\n", wrong);
        Assert.True(all.Length == 0, all);
    }

    // A type parameter belongs to nobody; the loader may give it a method's of another stage.
    private static string? StageOf(IType type)
    {
        if (type is GenericParameter) return null;
        var names = (type.Namespace?.FullName ?? "").Split('.');
        return names[0] != nameof(ProtocolAdvisor) ? null : names.Length == 1 ? SourceTree.Root : names[1];
    }

    private static string SubjectOf(IType type) => type.Namespace.FullName[(nameof(ProtocolAdvisor).Length + 1)..];

    private static bool IsOf(IType type, string name) => type.FullName == name || type.FullName.StartsWith(name + ".", StringComparison.Ordinal);

    [GeneratedRegex(@"\bProtocolAdvisor\.(\w+)")]
    private static partial Regex OurNamespace();
}
