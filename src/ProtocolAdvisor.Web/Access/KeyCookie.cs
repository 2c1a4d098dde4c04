using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ProtocolAdvisor.Web.Access;

/// <summary>
/// A key that was typed into the console, kept for the working day: the browser holds the key's hash, sealed by us, and never the key. A key that the operator removes
/// opens nothing from then on. The cookie is not sent when another site leads here.
/// </summary>
internal sealed class KeyCookie(AccessOptions options, Lazy<IDataProtectionProvider> protection, TimeProvider clock)
{
    private const string Name = "console-key";
    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(12);
    private readonly Lazy<ITimeLimitedDataProtector> _seal = new(() => protection.Value.CreateProtector(Name).ToTimeLimitedDataProtector());

    /// <summary>The key that this browser has signed in with; null for none, or for one that is no longer ours.</summary>
    public ApiKey? KeyOf(HttpContext http)
    {
        if (options.Keys.Count == 0 || http.Request.Cookies[Name] is not { } cookie) return null;
        try
        {
            var hash = Convert.FromHexString(_seal.Value.Unprotect(cookie));
            return options.Keys.FirstOrDefault(key => CryptographicOperations.FixedTimeEquals(key.Sha256.Span, hash));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Signs the browser in.</summary>
    public void Keep(HttpContext http, ApiKey key) =>
        http.Response.Cookies.Append(Name, _seal.Value.Protect(Convert.ToHexString(key.Sha256.Span), clock.GetUtcNow() + WorkingDay), Options(http));

    /// <summary>Signs it out.</summary>
    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http));

    private static CookieOptions Options(HttpContext http) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = WorkingDay, IsEssential = true };
}
