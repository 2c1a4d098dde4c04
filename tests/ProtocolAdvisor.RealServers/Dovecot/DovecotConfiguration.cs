using System.Globalization;
using System.Security.Authentication;

namespace ProtocolAdvisor.RealServers;

/// <summary>Writes dovecot.conf.</summary>
internal static class DovecotConfiguration
{
    public static string Write(DovecotSetup setup, DovecotFolder folder, IReadOnlyDictionary<DovecotListener, int> ports) =>
        $$"""
        base_dir = {{folder.Run}}
        state_dir = {{folder.Run}}
        log_path = {{folder.Log}}
        protocols = {{Protocols(ports)}}
        listen = {{setup.Address}}
        import_environment = TZ OPENSSL_CONF={{folder.OpenSslConfiguration}}
        first_valid_uid = 1
        first_valid_gid = 1
        mail_uid = {{Account.User}}
        mail_gid = {{Account.Group}}
        mail_location = maildir:{{folder.Mail}}/%u
        ssl = {{YesNo(setup.Tls)}}
        ssl_cert = <{{folder.Root}}/server.pem
        ssl_key = <{{folder.Root}}/server.key
        ssl_min_protocol = {{Name(setup.MinTls)}}
        {{(setup.OldCryptography ? "ssl_cipher_list = ALL:!aNULL:!eNULL:@SECLEVEL=0" : "")}}
        disable_plaintext_auth = {{YesNo(!setup.PlaintextSignIn)}}
        auth_username_chars =
        auth_mechanisms = {{string.Join(' ', setup.Mechanisms)}}
        auth_failure_delay = {{setup.SignInFailureDelay.TotalSeconds.ToString(CultureInfo.InvariantCulture)}} secs
        passdb {
          driver = passwd-file
          args = scheme=PLAIN username_format=%u {{folder.Users}}
        }
        userdb {
          driver = passwd-file
          args = username_format=%u {{folder.Users}}
          default_fields = home={{folder.Mail}}/%u
        }
        namespace inbox {
          inbox = yes
          separator = /
        {{string.Concat(SpecialFolders.Select(name => $"  mailbox {name} {{\n    special_use = \\{name}\n  }}\n"))}}}
        {{(setup.Quota is null ? "" : Quota(setup.Quota))}}
        {{Login("imap", ports, DovecotListener.Imap, DovecotListener.Imaps)}}
        {{Login("pop3", ports, DovecotListener.Pop3, DovecotListener.Pop3s)}}
        service auth {
          unix_listener {{folder.SignInSocket}} {
            mode = 0666
          }
        }
        service stats {
          unix_listener stats-writer {
            mode = 0666
          }
        }
        {{(setup.SignInFailureDelay == TimeSpan.Zero ? WithoutPenalty : "")}}
        {{(Account.IsRoot ? "" : WithoutRoot)}}
        {{string.Join('\n', setup.ExtraLines)}}

        """;

    public static string Name(SslProtocols version) => version switch
    {
        SslProtocols.Tls13 => "TLSv1.3",
        SslProtocols.Tls12 => "TLSv1.2",
#pragma warning disable SYSLIB0039, CA5397 // Old versions are what some tests are about.
        SslProtocols.Tls11 => "TLSv1.1",
        SslProtocols.Tls => "TLSv1",
#pragma warning restore SYSLIB0039, CA5397
        _ => throw new ArgumentOutOfRangeException(nameof(version), version, "One TLS version."),
    };

    private static readonly string[] SpecialFolders = ["Drafts", "Junk", "Sent", "Trash", "Archive"];

    /// <summary>Dovecot slows down addresses that failed before, besides the delay per failure.</summary>
    private const string WithoutPenalty = """
        service anvil {
          unix_listener anvil-auth-penalty {
            mode = 0
          }
        }
        """;

    private static readonly string WithoutRoot = $$"""
        default_login_user = {{Account.User}}
        default_internal_user = {{Account.User}}
        default_internal_group = {{Account.Group}}
        service anvil {
          chroot =
        }
        service imap-login {
          chroot =
        }
        service pop3-login {
          chroot =
        }
        """;

    private static string Quota(string limit) => $$"""
        mail_plugins = quota
        plugin {
          quota = count:User quota
          quota_rule = *:storage={{limit}}
          quota_vsizes = yes
          quota_grace = 0
        }
        protocol imap {
          mail_plugins = quota imap_quota
        }
        """;

    private static string Login(string protocol, IReadOnlyDictionary<DovecotListener, int> ports, DovecotListener clear, DovecotListener tls) => $$"""
        service {{protocol}}-login {
          service_count = 0
          process_min_avail = {{(Protocols(ports).Contains(protocol, StringComparison.Ordinal) ? 1 : 0)}}
          inet_listener {{protocol}} {
            port = {{ports.GetValueOrDefault(clear)}}
          }
          inet_listener {{protocol}}s {
            port = {{ports.GetValueOrDefault(tls)}}
            ssl = yes
          }
        }
        """;

    private static string Protocols(IReadOnlyDictionary<DovecotListener, int> ports) => string.Join(' ',
        (string[])[
            .. ports.Keys.Any(l => l is DovecotListener.Imap or DovecotListener.Imaps) ? ["imap"] : Array.Empty<string>(),
            .. ports.Keys.Any(l => l is DovecotListener.Pop3 or DovecotListener.Pop3s) ? ["pop3"] : Array.Empty<string>()]);

    private static string YesNo(bool value) => value ? "yes" : "no";
}
