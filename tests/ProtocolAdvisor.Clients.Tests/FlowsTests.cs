using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ProtocolAdvisor.Clients.Tests;

/// <summary>The flows stand on the contract's types alone: whoever writes around them has found a fault in the contract.</summary>
public sealed partial class FlowsTests
{
    private static readonly string Here = Folder();

    public static TheoryData<string> TypeScript =>
        [.. Directory.GetFiles(Path.Combine(Here, "TypeScript"), "*.ts").Select(x => Path.GetRelativePath(Here, x))];

    public static TheoryData<string> CSharp => ["KiotaTests.cs", Path.Combine("Kiota", "RunEvents.cs")];

    [Theory]
    [MemberData(nameof(TypeScript))]
    public void TypeScript_writes_around_no_type(string file) => Assert.Empty(Lines(file, AroundTypeScript()));

    [Theory]
    [MemberData(nameof(CSharp))]
    public void CSharp_writes_around_no_type(string file) => Assert.Empty(Lines(file, AroundCSharp()));

    [Theory]
    [InlineData("const report = data as Report;")]
    [InlineData("const report = <Report>data;")]
    [InlineData("let data: any;")]
    [InlineData("function read(data: unknown) {")]
    [InlineData("return report!.id;")]
    [InlineData("const id = candidates[0]!;")]
    [InlineData("// @ts-expect-error")]
    [InlineData("const members: Record<string, number> = {};")]
    public void What_writes_around_a_type_in_TypeScript_is_seen(string line) => Assert.Matches(AroundTypeScript(), Code(line));

    [Theory]
    [InlineData("var report = (AssessmentReport)told;")]
    [InlineData("var report = (AssessmentReport?)told[^1];")]
    [InlineData("var report = told as AssessmentReport;")]
    [InlineData("foreach (var report in told.Cast<AssessmentReport>()) {}")]
    [InlineData("dynamic report = told;")]
    [InlineData("object report = told;")]
    [InlineData("return report!.Id;")]
    [InlineData("return report.AdditionalData;")]
    public void What_writes_around_a_type_in_CSharp_is_seen(string line) => Assert.Matches(AroundCSharp(), Code(line));

    private static IEnumerable<string> Lines(string file, Regex around) =>
        File.ReadLines(Path.Combine(Here, file)).Where(line => around.IsMatch(Code(line)));

    // Without what a person reads; a comment for the compiler is none of that.
    private static string Code(string line) => Texts().Replace(line, "");

    [GeneratedRegex("""//(?! @ts-).*|/\*.*|"[^"]*"|`[^`]*`""")]
    private static partial Regex Texts();

    // Casts (x as T, <T>x), types that say nothing, what is not null by assertion (x!, x!.y), and errors waved through.
    // `import * as` names a module.
    [GeneratedRegex(@"(?<!\*)\s+as\s|[=(,:]\s*<\w|\bany\b|\bunknown\b|\bobject\b|[\w)\]]!(?!=)|@ts-|\bRecord<string\b")]
    private static partial Regex AroundTypeScript();

    // Casts ((T)x, x as T, Cast<T>()), types that say nothing, and what is not null by assertion (x!).
    [GeneratedRegex(@"\([A-Z]\w*\??\)[\w(]|\sas\s|\bCast<|\bdynamic\b|\bobject\b|\bUntyped|\bAdditionalData\b|[\w)\]]!(?!=)|#pragma")]
    private static partial Regex AroundCSharp();

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
