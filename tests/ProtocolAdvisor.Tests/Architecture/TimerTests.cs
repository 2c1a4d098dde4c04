using System.Collections.Concurrent;
using System.Reflection;

namespace ProtocolAdvisor.Tests.Architecture;

/// <summary>No timer without the clock: whatever the platform's threading waits for by its own clock stands in <c>src/BannedSymbols.txt</c>.</summary>
public class TimerTests
{
    private static readonly HashSet<string> Banned =
        [.. File.ReadLines(Path.Combine(SourceTree.Repository, "src", "BannedSymbols.txt")).Select(x => x.Split(';')[0])];

    [Fact]
    public void Whatever_waits_by_a_clock_of_its_own_is_banned() => Assert.Equal("", string.Join('\n', Waiting().Where(x => !Banned.Contains(x))));

    // A timer that has its clock may be set anew.
    private static IEnumerable<string> Waiting() =>
        from type in new[] { typeof(Task).Assembly, typeof(Barrier).Assembly, typeof(BlockingCollection<>).Assembly }.Distinct().SelectMany(x => x.GetExportedTypes())
        where type.Namespace is "System.Threading" or "System.Threading.Tasks" or "System.Collections.Concurrent"
        where type != typeof(ITimer) && !Banned.Contains($"T:{type.FullName}")
        from member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).OfType<MethodBase>()
        where member.Name != $"set_{nameof(PeriodicTimer.Period)}"
        let given = member.GetParameters()
        where given.Any(IsTime) && !Array.Exists(given, x => x.ParameterType == typeof(TimeProvider))
        select $"M:{type.FullName}.{(member.IsConstructor ? "#ctor" : member.Name)}({string.Join(',', given.Select(x => x.ParameterType.FullName))})";

    private static bool IsTime(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(TimeSpan) || (parameter.Name!.Contains("milliseconds", StringComparison.OrdinalIgnoreCase) && parameter.ParameterType.IsPrimitive);
}
