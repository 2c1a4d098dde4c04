using System.Net;
using System.Security.Cryptography;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Cluster;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Startup.Configured;

/// <summary>Every key of ours: what it takes, within which bounds, and what holds without it. The operator's guide's table is held against this one.</summary>
internal static class KnownSettings
{
    private const string Network = "a network such as 10.0.0.0/8";
    private const string Port = "a port such as 443";
    private static readonly AssessorOptions Library = new();

    public static Setting<StorageProvider> StorageProvider { get; } =
        new("Storage:Provider", "sqlite or postgresql", SettingKinds.IsNamed, Storage.StorageProvider.Sqlite, "sqlite");

    public static Setting<TimeSpan> StorageRetention { get; } =
        SettingKinds.Time("Storage:Retention", TimeSpan.FromDays(7), TimeSpan.FromMinutes(1), TimeSpan.FromDays(3650));

    /// <summary>Where the database is. What is allowed depends on <see cref="StorageProvider"/>, and is judged with it: <see cref="StorageOptions.From"/>.</summary>
    public static Setting<string?> Database { get; } = new("ConnectionStrings:Advisor", "a connection string", IsOptionalText, null, "a file in the user's data folder") { IsSecret = true };

    public static ListSetting<IPNetwork> AllowedNetworks { get; } = SettingKinds.List<IPNetwork>("Targets:AllowedNetworks", Network, IPNetwork.TryParse, [], "[]");

    public static ListSetting<IPNetwork> DeniedNetworks { get; } = SettingKinds.List<IPNetwork>("Targets:DeniedNetworks", Network, IPNetwork.TryParse, [], "[]");

    public static ListSetting<(int First, int Last)> AllowedPorts { get; } = SettingKinds.List<(int First, int Last)>(
        "Targets:AllowedPorts", "a port such as 993, or a range such as 27000-27999,", OptionTexts.IsPortRange, Library.Targets.AllowedPorts, "110, 143, 465, 587, 993, 995");

    public static Setting<int> PerHostConcurrency { get; } = SettingKinds.Number("Targets:PerHost:Concurrency", Library.Targets.PerHostConcurrency, 1, 1000);

    public static Setting<int> PerHostPerMinute { get; } = SettingKinds.Number("Targets:PerHost:PerMinute", Library.Targets.PerHostPerMinute, 1, 100_000);

    public static Setting<int> PerAddressConcurrency { get; } = SettingKinds.Number("Targets:PerAddress:Concurrency", Library.Targets.PerAddressConcurrency, 1, 10_000);

    public static Setting<int> PerAddressPerMinute { get; } = SettingKinds.Number("Targets:PerAddress:PerMinute", Library.Targets.PerAddressPerMinute, 1, 1_000_000);

    public static Setting<int> FailuresPerHour { get; } = SettingKinds.Number("Targets:SignIn:FailuresPerHour", 5, 1, 1000);

    public static ListSetting<string> TrustedRoots { get; } = SettingKinds.List<string>("Tls:TrustedRoots", "an existing PEM file", IsFile, [], "[]");

    public static ListSetting<IPEndPoint> DnsServers { get; } =
        SettingKinds.List<IPEndPoint>("Dns:Servers", "an address and port such as 192.0.2.1:53", OptionTexts.IsResolver, Library.DnsServers, "the system's");

    public static Setting<TimeSpan> DnsTimeout { get; } = SettingKinds.Time("Dns:Timeout", Library.DnsTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(15));

    public static Setting<bool> TrustAuthenticatedData { get; } = SettingKinds.Choice("Dns:TrustAuthenticatedData", Library.TrustAuthenticatedDns);

    public static Setting<int> HttpsPort { get; } = new("Discovery:HttpsPort", Port, OptionTexts.IsPort, Library.WebPorts.Https, "443");

    public static Setting<int> HttpPort { get; } = new("Discovery:HttpPort", Port, OptionTexts.IsPort, Library.WebPorts.Http, "80");

    public static Setting<Uri?> CatalogueUrl { get; } =
        new("Discovery:CatalogueUrl", "an https address, or none,", OptionTexts.IsCatalogue, CatalogueOptions.Public.Address, "Thunderbird's public catalogue");

    public static Setting<string?> CatalogueFolder { get; } = new("Discovery:CatalogueFolder", "an existing folder", OptionTexts.IsFolder, null, "none");

    public static Setting<bool?> AllowAnonymous { get; } = SettingKinds.OptionalChoice("Access:AllowAnonymous", "true on loopback while there are no keys");

    public static Setting<string> KeyName { get; } = new("Access:Keys:*:Name", "a name of 200 characters at most", IsName, "", "none");

    public static Setting<byte[]> KeySha256 { get; } =
        new("Access:Keys:*:Sha256", "64 hexadecimal digits: the key's SHA-256", IsSha256, [], "none") { IsSecret = true };

    public static ListSetting<Scope> KeyScopes { get; } = SettingKinds.List<Scope>("Access:Keys:*:Scopes", "assess, audit or admin", SettingKinds.IsNamed, [Scope.Assess], "assess");

    public static Setting<int?> KeyPerMinute { get; } = SettingKinds.OptionalNumber("Access:Keys:*:PerMinute", 1, 1_000_000);

    public static ListSetting<string> AllowedOrigins { get; } = SettingKinds.List<string>(
        "Access:AllowedOrigins", "an origin as browsers send it, such as https://app.example.com, without a path or *,", CrossOrigin.IsOrigin, [], "[]");

    public static Setting<int> WrongKeysPerMinute { get; } = SettingKinds.Number("Access:WrongKeysPerMinute", 20, 1, 10_000);

    public static Setting<int> ConcurrentAssessments { get; } = SettingKinds.Number("Limits:ConcurrentAssessments", 200, 1, 10_000);

    public static Setting<int> QueueLength { get; } = SettingKinds.Number("Limits:QueueLength", 1000, 0, 100_000);

    public static Setting<TimeSpan> ShutdownTime { get; } = SettingKinds.Time("Limits:ShutdownTime", TimeSpan.FromSeconds(25), TimeSpan.Zero, TimeSpan.FromMinutes(5));

    public static Setting<string?> SigningCertificate { get; } = new(
        "Settings:SigningCertificate", "an existing PEM or PKCS#12 file", IsOptionalFile, null, "none");

    public static Setting<string?> SigningPassword { get; } = new(
        "Settings:SigningPassword", "a password", IsOptionalText, null, "none")
    {
        IsSecret = true,
    };

    public static Setting<string?> SigningPasswordFile { get; } = new(
        "Settings:SigningPasswordFile", "an existing file", IsOptionalFile, null, "none");

    public static ListSetting<IPNetwork> Proxies { get; } = SettingKinds.List<IPNetwork>("Access:Proxies", Network, IPNetwork.TryParse, [], "[]");

    public static Setting<bool> ClusterEnabled { get; } = SettingKinds.Choice("Cluster:Enabled", false);

    public static Setting<IPAddress?> AdvertisedAddress { get; } = new(
        "Cluster:AdvertisedAddress", "an address of this machine such as 10.0.0.5", ClusterOptions.IsAddress, null, "the machine's only private IPv4 address");

    public static Setting<int> SiloPort { get; } = SettingKinds.Number("Cluster:SiloPort", 11111, 1, 65535);

    public static Setting<bool> AllowPublicAddress { get; } = SettingKinds.Choice("Cluster:AllowPublicAddress", false);

    public static Setting<string?> NodeCertificate { get; } = new("Cluster:Tls:Certificate", "an existing PEM file", IsOptionalFile, null, "none");

    public static Setting<string?> NodeKey { get; } = new("Cluster:Tls:Key", "an existing PEM file", IsOptionalFile, null, "in the certificate's file");

    public static ListSetting<string> NodeRoots { get; } = SettingKinds.List<string>("Cluster:Tls:Roots", "an existing PEM file", IsFile, [], "[]");

    public static Setting<int> AuditShardSize { get; } = SettingKinds.Number("Audit:ShardSize", 100, 1, 1000);

    public static Setting<TimeSpan> AuditDeadline { get; } =
        SettingKinds.Time("Audit:Deadline", TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

    // Longer than the longest time between two audits of a row: the one is told against the other.
    public static Setting<TimeSpan> AuditRetention { get; } =
        SettingKinds.Time("Audit:Retention", TimeSpan.FromDays(100), TimeSpan.FromMinutes(1), TimeSpan.FromDays(3650));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        StorageProvider, StorageRetention, Database, AllowedNetworks, DeniedNetworks, AllowedPorts, PerHostConcurrency, PerHostPerMinute, PerAddressConcurrency, PerAddressPerMinute, FailuresPerHour,
        TrustedRoots, DnsServers, DnsTimeout, TrustAuthenticatedData, HttpsPort, HttpPort, CatalogueUrl, CatalogueFolder,
        AllowAnonymous, KeyName, KeySha256, KeyScopes, KeyPerMinute, AllowedOrigins, WrongKeysPerMinute, ConcurrentAssessments, QueueLength, ShutdownTime, Proxies,
        SigningCertificate, SigningPassword, SigningPasswordFile,
        ClusterEnabled, AdvertisedAddress, SiloPort, AllowPublicAddress, NodeCertificate, NodeKey, NodeRoots,
        AuditShardSize, AuditDeadline, AuditRetention,
    ];

    private static bool IsFile(string? text, out string path) => File.Exists(path = text ?? "");

    private static bool IsOptionalFile(string? text, out string? path) => File.Exists(path = text);

    private static bool IsOptionalText(string? text, out string? value) => (value = text) is not null;

    // Reports are kept under it.
    private static bool IsName(string? text, out string value) => (value = text?.Trim() ?? "").Length is > 0 and <= AdvisorDb.LongestOwner;

    private static bool IsSha256(string? text, out byte[] hash)
    {
        hash = new byte[SHA256.HashSizeInBytes];
        return text is { Length: 2 * SHA256.HashSizeInBytes } && text.All(char.IsAsciiHexDigit) && (hash = Convert.FromHexString(text)).Length > 0;
    }
}
