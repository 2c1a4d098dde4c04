using System.Globalization;

namespace ProtocolAdvisor.RealServers;

/// <summary>Writes main.cf and master.cf.</summary>
internal static class PostfixConfiguration
{
    /// <summary>No queue manager, no local, relaying or bouncing program: whatever a client tried, nothing could leave the machine.</summary>
    private const string Programs = """
        tlsmgr unix - - n 1000? 1 tlsmgr
        rewrite unix - - n - - trivial-rewrite
        proxymap unix - - n - - proxymap
        anvil unix - - n - 1 anvil
        postlog unix-dgram n - n - 1 postlogd

        """;

    public static string MainFile(PostfixSetup setup, PostfixFolder folder) => string.Create(CultureInfo.InvariantCulture, $"""
        compatibility_level = 3.6
        queue_directory = {folder.Queue}
        data_directory = {folder.State}
        maillog_file = {folder.Log}
        maillog_file_prefixes = {folder.Root}
        import_environment = MAIL_CONFIG TZ
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        myhostname = mail.example.com
        mydestination =
        mynetworks =
        alias_maps =
        alias_database =
        default_transport = error:this server delivers nothing
        smtpd_relay_restrictions = reject
        smtpd_recipient_restrictions = reject
        smtpd_peername_lookup = no
        smtpd_error_sleep_time = 0
        smtpd_client_connection_count_limit = 0
        message_size_limit = {setup.SizeLimit}
        smtpd_tls_cert_file = {folder.Root}/server.pem
        smtpd_tls_key_file = {folder.Root}/server.key
        smtpd_tls_security_level = {(setup.Tls ? "may" : "none")}
        smtpd_tls_protocols = >=TLSv1.2
        smtpd_tls_mandatory_protocols = >=TLSv1.2
        smtpd_tls_auth_only = {(setup.SignInNeedsTls ? "yes" : "no")}
        smtpd_sasl_auth_enable = yes
        smtpd_sasl_type = dovecot
        smtpd_sasl_path = {setup.SignInSocket}
        {string.Join('\n', setup.ExtraLines)}

        """);

    public static string MasterFile(PostfixSetup setup, IReadOnlyDictionary<PostfixListener, int> ports) =>
        string.Concat(ports.Select(port => Listener(setup, port.Key, port.Value)))
        + string.Concat(setup.OnStandardPorts ? StandardPorts.Submission.Select(port => Listener(setup, port.Key, port.Value)) : [])
        + Programs;

    // The address stands here: among its interfaces Postfix takes no other one of loopback than those that the system lists.
    private static string Listener(PostfixSetup setup, PostfixListener listener, int port) => string.Create(
        CultureInfo.InvariantCulture,
        $"{setup.Address}:{port} inet n - n - - smtpd{(listener == PostfixListener.Submissions ? " -o smtpd_tls_wrappermode=yes" : "")}\n");
}
