namespace ProtocolAdvisor.RealServers;

/// <summary>Where one PostgreSQL keeps everything: its databases, its socket and what it prints.</summary>
internal sealed class PostgresFolder : ServerFolder
{
    public PostgresFolder()
        : base("postgres")
    {
        File.WriteAllText(PasswordFile, PostgresServer.Password);
        PostgresAccount.Give(Root);
    }

    /// <summary>The databases.</summary>
    public string Databases => Path.Combine(Root, "databases");

    /// <summary>The administrator's password, which <c>initdb</c> reads.</summary>
    public string PasswordFile => Path.Combine(Root, "password");
}
