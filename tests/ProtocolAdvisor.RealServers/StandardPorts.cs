namespace ProtocolAdvisor.RealServers;

/// <summary>The ports on which mail servers are looked for when nothing is published: IMAP on 143 and 993, POP3 on 110 and 995, submission on 465 and 587.</summary>
public static class StandardPorts
{
    /// <summary>What to do where <see cref="Available"/> is false.</summary>
    public const string Missing = "The mail ports 110, 143, 465, 587, 993 and 995 are not free for us: run as root, or sysctl net.ipv4.ip_unprivileged_port_start=110";

    /// <summary>Where servers for reading are looked for.</summary>
    internal static readonly IReadOnlyDictionary<DovecotListener, int> Reading = new Dictionary<DovecotListener, int>
    {
        [DovecotListener.Pop3] = 110,
        [DovecotListener.Imap] = 143,
        [DovecotListener.Imaps] = 993,
        [DovecotListener.Pop3s] = 995,
    };

    /// <summary>Where a submission server is looked for.</summary>
    internal static readonly IReadOnlyDictionary<PostfixListener, int> Submission = new Dictionary<PostfixListener, int>
    {
        [PostfixListener.Submissions] = 465,
        [PostfixListener.Submission] = 587,
    };

    /// <summary>The numbers alone.</summary>
    internal static IEnumerable<int> All => Reading.Values.Concat(Submission.Values);

    /// <summary>Whether we may listen on them.</summary>
    public static bool Available { get; } = LoopbackAddresses.Next() is var address
        && All.All(port => LoopbackPorts.IsFree(address, port));

    /// <summary>Lines for dovecot.conf that open them besides the ports chosen; none where they are not available.</summary>
    internal static IEnumerable<string> DovecotLines => !Available ? [] :
        from port in Reading
        let protocol = port.Key is DovecotListener.Imap or DovecotListener.Imaps ? "imap" : "pop3"
        let tls = port.Key is DovecotListener.Imaps or DovecotListener.Pop3s ? "ssl = yes" : ""
        select $"service {protocol}-login {{\n  inet_listener standard-{port.Value} {{\n    port = {port.Value}\n    {tls}\n  }}\n}}";
}
