using System.Security.Cryptography;
using System.Text;

namespace ProtocolAdvisor.Web.Access;

/// <summary>The key with which the process warms itself up over HTTP: random, known to nobody else, void once that is done.</summary>
internal sealed class OwnKey
{
    private string? _text = RandomNumberGenerator.GetHexString(64);

    /// <summary>The key; null once void.</summary>
    public string? Text => _text;

    /// <summary>Whether this is the key, and still good.</summary>
    public bool Is(string presented) =>
        _text is { } text && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(presented));

    /// <summary>Makes the key void.</summary>
    public void Void() => _text = null;
}
