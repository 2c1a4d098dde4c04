using System.Collections.Concurrent;
using System.Text.Json;

namespace ProtocolAdvisor.Mail;

/// <summary>Members of enumerations as the wire spells them: by the converter of their own enumeration, and by nothing else.</summary>
public static class WireName
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new();

    /// <summary>As <c>cert-expired</c>, <c>implicitTls</c>.</summary>
    public static string Of<T>(T member)
        where T : Enum => Known.GetOrAdd(member, x => JsonSerializer.SerializeToElement(x, x.GetType()).GetString()!);
}
