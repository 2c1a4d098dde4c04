using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Tests.Hosting;
using ProtocolAdvisor.Web.Tests.Hosting.Databases;

namespace ProtocolAdvisor.Web.Tests.Startup;

/// <summary>A database server that cannot be used refuses the start in one line; the password, and the whole connection string, is in none of them.</summary>
public sealed class RefusedServerTests(SharedPostgres postgres) : IDisposable
{
    private const string Canary = "Kanarienvogel4711";
    private readonly string _folder = Directory.CreateTempSubdirectory("advisor-start").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData(Canary)]
    [InlineData($"Host=127.0.0.1;Database=advisor;Username=advisor;Passwort={Canary}")]
    [InlineData($"Host=127.0.0.1;Database=advisor;Username=advisor;Password=x;{Canary}")]
    [InlineData($"Host=127.0.0.1;Username=advisor;Password={Canary}")]
    [InlineData($"Database=advisor;Username=advisor;Password={Canary}")]
    [InlineData($"Host=127.0.0.1;Port={Canary};Database=advisor;Password=x")]
    [InlineData($"Host=127.0.0.1;Port=99999999999;Database=advisor;Password={Canary}")]
    [InlineData($"Host=127.0.0.1;SSL Mode={Canary};Database=advisor")]
    [InlineData($"Host=advisor:{Canary}@db.example.com;Database=advisor")]
    [InlineData($"postgres://advisor:{Canary}@db.example.com/advisor")]
    [InlineData($"Data Source=advisor.db;Password={Canary}")]
    public async Task A_wrong_connection_string_is_not_repeated(string text) => await IsRefusedAsync(
        text, "ConnectionStrings:Advisor: a connection string such as Host=db.example.com;Database=advisor;Username=advisor;Password=… is expected.");

    [Fact]
    public async Task Nobody_answers()
    {
        using var dead = DeadPort.Refusing();
        await IsRefusedAsync($"Host=127.0.0.1;Port={dead.Port};{Login}", $"The database advisor on 127.0.0.1:{dead.Port} cannot be used: no server answers: ");
    }

    [Fact]
    public async Task A_name_that_there_is_not() =>
        await IsRefusedAsync($"Host=db.invalid;{Login}", "The database advisor on db.invalid:5432 cannot be used: no server answers: ");

    [Fact]
    public async Task Somebody_is_silent()
    {
        await using var silent = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        await IsRefusedAsync($"Host=127.0.0.1;Port={silent.Port};Timeout=1;{Login}", $"The database advisor on 127.0.0.1:{silent.Port} cannot be used: the server does not answer in time.");
    }

    [Fact]
    public async Task Somebody_speaks_otherwise()
    {
        await using var other = ScriptedMailServer.Start(new ImapScript());
        await IsRefusedAsync($"Host=127.0.0.1;Port={other.Port};Timeout=1;{Login}", $"The database advisor on 127.0.0.1:{other.Port} cannot be used: ");
    }

    [Fact]
    public async Task The_password_is_wrong()
    {
        var server = await postgres.ServerAsync();
        await IsRefusedAsync(
            $"Host=127.0.0.1;Port={server.EndPoint.Port};Database=postgres;Username={PostgresServer.User};Password={Canary}",
            $"The database postgres on {server.EndPoint} cannot be used: the user name or the password is refused.");
    }

    [Fact]
    public async Task The_server_speaks_no_TLS()
    {
        var server = await postgres.ServerAsync();
        await IsRefusedAsync(server.ConnectionString("postgres") + ";SSL Mode=VerifyFull", $"The database postgres on {server.EndPoint} cannot be used: ");
    }

    [Fact]
    public async Task There_is_no_such_database()
    {
        var server = await postgres.ServerAsync();
        await IsRefusedAsync(server.ConnectionString("nowhere"), $"The database nowhere on {server.EndPoint} cannot be used: the server has no such database.");
    }

    [Fact]
    public async Task A_table_of_another_program_is_in_the_way()
    {
        await using var database = await postgres.MakeAsync();
        await database.RunAsync("CREATE TABLE \"Reports\" (\"Bookmark\" text)");
        var (_, text) = database.Settings[1];
        await IsRefusedAsync(text!, "The database advisor_");
        Assert.Equal(0, await database.CountAsync());
    }

    [Fact]
    public async Task The_user_may_not_make_tables()
    {
        var (database, server) = (await postgres.MakeAsync(), await postgres.ServerAsync());
        await database.RunAsync($"DROP ROLE IF EXISTS reader; CREATE ROLE reader LOGIN PASSWORD '{Canary}'; REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        var name = (string)(await database.RunAsync("SELECT current_database()"))!;
        await IsRefusedAsync(
            $"Host=127.0.0.1;Port={server.EndPoint.Port};Database={name};Username=reader;Password={Canary}",
            $"The database {name} on {server.EndPoint} cannot be used: permission denied for schema public");
    }

    [Fact]
    public async Task Without_a_connection_string_there_is_no_server()
    {
        var (exitCode, error, output) = await AdvisorProcess.RunAsync(_folder, "Storage:Provider=postgresql", "ConnectionStrings:Advisor=");
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("ProtocolAdvisor cannot start. ConnectionStrings:Advisor: a connection string such as Host=", error, StringComparison.Ordinal);
    }

    private static string Login => $"Database=advisor;Username=advisor;Password={Canary}";

    private async Task IsRefusedAsync(string text, string line)
    {
        var (exitCode, error, output) = await AdvisorProcess.RunAsync(_folder, "Storage:Provider=postgresql", $"ConnectionStrings:Advisor={text}");
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("ProtocolAdvisor cannot start. " + line, error, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", error, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Zaunk", error, StringComparison.OrdinalIgnoreCase);
    }
}
