namespace ProtocolAdvisor.Advice;

/// <summary>Asks questions of values that may be unknown: the answer to an unknown is unknown. C#'s <c>&amp;</c> and <c>|</c> on <c>bool?</c> carry it on.</summary>
internal static class ThreeValued
{
    public static bool? Is<T>(this T? value, Func<T, bool> question)
        where T : struct => value is { } known ? question(known) : null;
}
