using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;

namespace ProtocolAdvisor.Tests.Discovery;

/// <summary>The operator's folder: one bad file costs nobody else anything, is told, and is forgotten when it is mended.</summary>
public sealed class CatalogueFolderTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly FakeTimeProvider _clock = new();
    private readonly List<string> _told = [];
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("advisor-catalogue");
    private readonly CatalogueFolder _folder;

    public CatalogueFolderTests() => _folder = new CatalogueFolder(_directory.FullName, _clock, (path, _) => _told.Add(Path.GetFileName(path)));

    [Fact]
    public async Task A_link_that_leads_nowhere_is_told_once_and_serves_when_it_leads_somewhere()
    {
        Write("good", "good.example");
        File.CreateSymbolicLink(In("link"), In("target/gone"));
        Assert.NotNull(await FindAsync("good.example"));
        Later();
        Assert.NotNull(await FindAsync("good.example"));
        Assert.Equal(["link"], _told);

        Directory.CreateDirectory(In("target"));
        Write("target/gone", "linked.example");
        Later();
        Assert.NotNull(await FindAsync("linked.example"));
        Assert.NotNull(await FindAsync("good.example"));
    }

    [Fact]
    public async Task A_file_that_is_no_xml_is_told_and_is_read_again_when_it_changes()
    {
        Write("good", "good.example");
        await File.WriteAllTextAsync(In("bad"), "<clientConfig><", Cancel);
        Assert.NotNull(await FindAsync("good.example"));
        Assert.Equal(["bad"], _told);

        Write("bad", "mended.example");
        Later();
        Assert.NotNull(await FindAsync("mended.example"));
    }

    [Fact]
    public async Task A_folder_that_goes_away_for_a_while_goes_on_serving_what_is_known_and_heals()
    {
        Write("good", "good.example");
        Assert.NotNull(await FindAsync("good.example"));
        var aside = _directory.FullName + ".aside";
        Directory.Move(_directory.FullName, aside);
        Later();
        await Assert.ThrowsAnyAsync<IOException>(() => FindAsync("good.example"));
        Assert.Equal([_directory.Name], _told);

        Directory.Move(aside, _directory.FullName);
        Write("new", "new.example");
        Later();
        Assert.NotNull(await FindAsync("good.example"));
        Assert.NotNull(await FindAsync("new.example"));
    }

    [Fact]
    public async Task A_file_that_is_taken_away_serves_no_longer()
    {
        Write("good", "good.example");
        Assert.NotNull(await FindAsync("good.example"));
        File.Delete(In("good"));
        Later();
        Assert.Null(await FindAsync("good.example"));
        Assert.Empty(_told);
    }

    [Fact]
    public async Task A_pipe_that_nobody_writes_to_holds_nobody_up()
    {
        Write("good", "good.example");
        using (var made = Process.Start("mkfifo", In("pipe"))) await made.WaitForExitAsync(Cancel);
        Assert.NotNull(await Task.Run(() => FindAsync("good.example"), Cancel).WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Cancel));
        Assert.Equal(["pipe"], _told);
    }

    [Fact]
    public async Task A_link_to_a_folder_that_is_exchanged_as_a_whole_leads_to_what_is_there_now()
    {
        // As Kubernetes mounts a map of files: each is a link through one link, and only that one is replaced.
        foreach (var version in new[] { "one", "two" })
        {
            Directory.CreateDirectory(In(version));
            Write($"{version}/file", $"{version}.example");
        }

        Directory.CreateSymbolicLink(In("now"), "one");
        File.CreateSymbolicLink(In("file"), "now/file");
        Assert.NotNull(await FindAsync("one.example"));
        Directory.Delete(In("now"));
        Directory.CreateSymbolicLink(In("now"), "two");
        File.SetLastWriteTimeUtc(In("two/file"), DateTime.UtcNow.AddMinutes(1));
        Later();
        Assert.NotNull(await FindAsync("two.example"));
        Assert.Null(await FindAsync("one.example"));
    }

    private string In(string name) => Path.Combine(_directory.FullName, name);

    private void Write(string name, string domain) =>
        File.WriteAllText(In(name), new AutoconfigFile(domain, new AutoconfigServer("imap", $"imap.{domain}", 1993, "SSL")).Write());

    private void Later() => _clock.Advance(TimeSpan.FromSeconds(11));

    private Task<CatalogueEntry?> FindAsync(string domain) => _folder.FindAsync(HostName.Parse(domain), Cancel);

    public void Dispose() => _directory.Delete(recursive: true);
}
