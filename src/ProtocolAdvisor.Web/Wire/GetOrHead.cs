namespace ProtocolAdvisor.Web.Wire;

/// <summary>HEAD works wherever GET does (RFC 9110 §9.1); the server leaves the body out.</summary>
internal static class GetOrHead
{
    /// <summary>Both methods.</summary>
    public static IReadOnlyList<string> Methods { get; } = [HttpMethods.Get, HttpMethods.Head];
}
