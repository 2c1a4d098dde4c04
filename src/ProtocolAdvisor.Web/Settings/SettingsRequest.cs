namespace ProtocolAdvisor.Web.Settings;

/// <summary>Whom settings are for. Nothing of it is stored or logged.</summary>
/// <param name="Email">His mail address, of the report's domain.</param>
/// <param name="DisplayName">His name as others see it, at most 128 characters; may be left out.</param>
internal sealed record SettingsRequest(string? Email = null, string? DisplayName = null)
{
    /// <summary>Nobody's address is printed.</summary>
    public override string ToString() => nameof(SettingsRequest);
}
