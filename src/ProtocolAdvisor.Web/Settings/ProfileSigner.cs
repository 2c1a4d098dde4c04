using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Settings;

/// <summary>
/// Signs Apple profiles where the operator has a certificate for it, as long as that is valid: devices show a signed profile as verified,
/// and refuse one whose signature is not in order.
/// </summary>
/// <param name="configuration">The settings.</param>
/// <param name="clock">The time.</param>
/// <param name="log">Is told when profiles go out unsigned.</param>
internal sealed class ProfileSigner(IConfiguration configuration, TimeProvider clock, ILogger<ProfileSigner> log)
{
    private readonly SigningCertificate? _certificate = SigningCertificate.From(configuration, clock.GetUtcNow());

    /// <summary>The profile, signed; as it is where there is no certificate, or one that has expired meanwhile.</summary>
    public byte[] Signed(byte[] profile)
    {
        if (_certificate is null) return profile;
        if (clock.GetUtcNow() <= _certificate.Signer.NotAfter) return _certificate.Sign(profile, clock.GetUtcNow());
        log.SigningCertificateExpired(_certificate.Signer.NotAfter.ToUniversalTime());
        return profile;
    }
}
