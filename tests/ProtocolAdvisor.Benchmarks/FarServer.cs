namespace ProtocolAdvisor.Benchmarks;

/// <summary>One of the lab's mail servers.</summary>
/// <param name="Name">Its name on the command line, and that of its script in tests/lab/servers; Dovecot is the lab's own.</param>
/// <param name="Host">Its host name.</param>
/// <param name="FetchedUsername">A user whose mailbox is small enough to be fetched whole over a slow line.</param>
internal sealed record FarServer(string Name, string Host, string FetchedUsername)
{
    internal static FarServer Dovecot { get; } = new("dovecot", "mail.lab.test", "ben");

    internal static FarServer Cyrus { get; } = new("cyrus", "cyrus.lab.test", "user");

    internal static FarServer Courier { get; } = new("courier", "courier.lab.test", "user");

    internal static IReadOnlyList<FarServer> All { get; } = [Dovecot, Cyrus, Courier];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
