using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Startup;

/// <summary>Somebody else's things in the database's place: refused, and left as they were.</summary>
public sealed class DatabaseFileTests : IDisposable
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly string _folder = Directory.CreateTempSubdirectory("advisor-file").FullName;
    private readonly string _path;

    public DatabaseFileTests() => _path = Path.Combine(_folder, "advisor.db");

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("")]
    [InlineData(".lock")]
    public async Task A_device_behind_a_link_is_refused_and_stays_as_it_was(string suffix)
    {
        if (!OperatingSystem.IsLinux()) return;
        var before = File.GetUnixFileMode("/dev/null");
        File.CreateSymbolicLink(_path + suffix, "/dev/null");
        await IsRefusedAsync($"The database {_path}{suffix} cannot be used: it is a device, and a regular file is expected.");
        Assert.Equal(before, File.GetUnixFileMode("/dev/null"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".lock")]
    public async Task A_pipe_is_refused_without_waiting_for_its_other_end(string suffix)
    {
        if (!OperatingSystem.IsLinux()) return;
        using (var made = Process.Start("mkfifo", ["-m", "644", _path + suffix])) await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        await IsRefusedAsync($"The database {_path}{suffix} cannot be used: it is a pipe, and a regular file is expected.");
        Assert.Equal(Readable, File.GetUnixFileMode(_path + suffix));
    }

    [Fact]
    public async Task A_socket_is_refused()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_path));
        await IsRefusedAsync($"The database {_path} cannot be used: it is a socket, and a regular file is expected.");
    }

    [Fact]
    public async Task A_folder_is_refused()
    {
        if (!OperatingSystem.IsLinux()) return;
        var mode = File.GetUnixFileMode(Directory.CreateDirectory(_path).FullName);
        await IsRefusedAsync($"The database {_path} cannot be used: it is a folder, and a regular file is expected.");
        Assert.Equal(mode, File.GetUnixFileMode(_path));
    }

    [Fact]
    public async Task A_file_that_is_no_database_keeps_its_mode_and_its_bytes()
    {
        if (!OperatingSystem.IsLinux()) return;
        await File.WriteAllTextAsync(_path, new string('x', 8192), TestContext.Current.CancellationToken);
        File.SetUnixFileMode(_path, Readable);
        await IsRefusedAsync($"The database {_path} cannot be used: ");
        Assert.Equal((Readable, new string('x', 8192)), (File.GetUnixFileMode(_path), await File.ReadAllTextAsync(_path, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Another_programs_database_is_left_alone()
    {
        if (!OperatingSystem.IsLinux()) return;
        Make("CREATE TABLE Bookmarks (Url TEXT)");
        var bytes = await File.ReadAllBytesAsync(_path, TestContext.Current.CancellationToken);
        await IsRefusedAsync($"The database {_path} cannot be used: it is another program's.");
        Assert.Equal(Readable, File.GetUnixFileMode(_path));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_of_another_user_is_refused()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root") return;
        Make("CREATE TABLE __EFMigrationsHistory (MigrationId TEXT)");
        using (var given = Process.Start("chown", ["65534", _path])) await given.WaitForExitAsync(TestContext.Current.CancellationToken);
        await IsRefusedAsync($"The database {_path} cannot be used: it belongs to another user.");
        Assert.Equal(Readable, File.GetUnixFileMode(_path));
    }

    [Fact]
    public async Task Our_own_database_behind_a_link_becomes_private()
    {
        if (!OperatingSystem.IsLinux()) return;
        var target = Path.Combine(_folder, "elsewhere.db");
        await File.WriteAllBytesAsync(target, [], TestContext.Current.CancellationToken);
        File.SetUnixFileMode(target, Readable);
        File.CreateSymbolicLink(_path, target);
        await using (var advisor = await Advisor.StartAsync(_folder)) Assert.Equal(201, (await advisor.PostAsync("/v1/assessments", Requests.OfDeadServer)).Status);
        Assert.Equal(OwnersOnly, File.GetUnixFileMode(target));
    }

    private async Task IsRefusedAsync(string line)
    {
        var (exitCode, error, output) = await AdvisorProcess.RunAsync(_folder);
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("ProtocolAdvisor cannot start. " + line, error, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", error, StringComparison.Ordinal);
    }

    private void Make(string sql)
    {
        using var database = new SqliteConnection($"Data Source={_path};Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // The statements are the tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
        if (OperatingSystem.IsLinux()) File.SetUnixFileMode(_path, Readable);
    }
}
