using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ProtocolAdvisor.Clients.Tests;

/// <summary>The flows stand on the contract's types alone: whoever writes around them has found a fault in the contract.</summary>
public sealed partial class FlowsTests
{
    private static readonly string Here = Folder();

    public static TheoryData<string> TypeScript => [.. Directory.GetFiles(Path.Combine(Here, "TypeScript"), "*.ts").Select(x => Path.GetRelativePath(Here, x))];

    public static TheoryData<string> CSharp => ["KiotaTests.cs", Path.Combine("Kiota", "RunEvents.cs")];

    [Theory]
    [MemberData(nameof(TypeScript))]
    public void TypeScript_writes_around_no_type(string file) => Assert.Empty(Lines(file, AroundTypeScript()));

    [Theory]
    [MemberData(nameof(CSharp))]
    public void CSharp_writes_around_no_type(string file) => Assert.Empty(Lines(file, AroundCSharp()));

    private static IEnumerable<string> Lines(string file, Regex around) => File.ReadLines(Path.Combine(Here, file)).Where(line => around.IsMatch(Code(line)));

    // Without what a person reads.
    private static string Code(string line) => Texts().Replace(line, "");

    [GeneratedRegex("""//.*|/\*.*|"[^"]*"|`[^`]*`""")]
    private static partial Regex Texts();

    // Casts (x as T, <T>x), types that say nothing, what is not null by assertion (x!, x!.y), and errors waved through. `import * as` names a module.
    [GeneratedRegex(@"(?<!\*)\s+as\s|[=(,:]\s*<\w|\bany\b|\bunknown\b|\bobject\b|[\w)\]]!(?!=)|@ts-|\bRecord<string\b")]
    private static partial Regex AroundTypeScript();

    // Casts ((T)x, x as T, Cast<T>()), types that say nothing, and what is not null by assertion (x!).
    [GeneratedRegex(@"\([A-Z]\w*\??\)[\w(]|\sas\s|\bCast<|\bdynamic\b|\bobject\b|\bUntyped|\bAdditionalData\b|[\w)\]]!(?!=)|#pragma")]
    private static partial Regex AroundCSharp();

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
