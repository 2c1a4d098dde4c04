using System.Security.Cryptography;
using System.Text;

namespace ProtocolAdvisor.Settings;

/// <summary>UUIDs that follow from a name: the same name, the same UUID, everywhere and always.</summary>
internal static class NameBasedUuid
{
    /// <summary>RFC 9562 §5.8 (version 8): the SHA-256 digest of the name, as its appendix B.2 shows.</summary>
    public static Guid Of(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
