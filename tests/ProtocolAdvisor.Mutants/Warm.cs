using System.Reflection;
using System.Runtime.CompilerServices;
using ProtocolAdvisor.Advice;

namespace ProtocolAdvisor.Tests;

/// <summary>
/// Makes everything that is made once, tables and lists, before any mutant is switched on. Stryker tries all mutants in one process: a table that was made by a mutant would stay wrong for those
/// after it, and they would count as found. (Without it 13 tests failed for every mutant of Advice from the first on.) What runs only then is not tried; it counts as not covered.
/// </summary>
internal static class Warm
{
    [ModuleInitializer]
    internal static void Up()
    {
        var library = typeof(Advisor).Assembly;

        // Stryker puts its switch into the library. While it only watches what is covered, no mutant is on.
        if (Array.Find(library.GetTypes(), type => type.Name == "MutantControl") is not { } control) return;
        var watches = control.GetField("CaptureCoverage")!;
        var before = watches.GetValue(null);
        watches.SetValue(null, true);
        foreach (var type in library.GetTypes().Concat(typeof(Warm).Assembly.GetTypes())) Make(type);
        foreach (var once in library.GetTypes().SelectMany(Lazies)) once.GetType().GetProperty("Value")!.GetValue(once);
        watches.SetValue(null, before);
        control.GetMethod("ResetCoverage")!.Invoke(null, null);
    }

    private static void Make(Type type)
    {
        if (!type.ContainsGenericParameters) RuntimeHelpers.RunClassConstructor(type.TypeHandle);
    }

    private static IEnumerable<object> Lazies(Type type) => type.ContainsGenericParameters ? [] :
        type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
            .Where(field => field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(Lazy<>))
            .Select(field => field.GetValue(null)).OfType<object>();
}
