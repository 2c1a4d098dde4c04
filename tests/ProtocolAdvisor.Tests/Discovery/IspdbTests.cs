using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Discovery.Autoconfig;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Tests.Architecture;
using ProtocolAdvisor.Tests.Fixtures;
using static ProtocolAdvisor.Tests.Fixtures.SettingsFiles;

namespace ProtocolAdvisor.Tests.Discovery;

/// <summary>Real providers' files, from Thunderbird's catalogue (commit c6ad796). They are not the project's own and may be missing.</summary>
public sealed class IspdbTests
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(SourceTree.Repository, "..", "shared", "data", "ispdb"));

    [Fact]
    public void Every_file_is_read_and_none_of_its_servers_is_lost()
    {
        var files = Files();
        Assert.Equal(54, files.Count);
        Assert.All(files, file => Assert.True(file.Settings.Unreadable is null, $"{file.Name}: {file.Settings.Unreadable.Shown()}"));
        Assert.Equal(
            [
                (MailProtocol.Imap, ConnectionSecurity.ImplicitTls, 36), (MailProtocol.Imap, ConnectionSecurity.StartTls, 8), (MailProtocol.Imap, ConnectionSecurity.Cleartext, 1),
                (MailProtocol.Pop3, ConnectionSecurity.ImplicitTls, 33), (MailProtocol.Pop3, ConnectionSecurity.StartTls, 9), (MailProtocol.Pop3, ConnectionSecurity.Cleartext, 15),
            ],
            files.SelectMany(x => x.Settings.Incoming).CountBy(x => (x.Endpoint.Protocol, x.Endpoint.Security)).Select(x => (x.Key.Protocol, x.Key.Security, x.Value)).Order());
        Assert.Equal(
            [(ConnectionSecurity.ImplicitTls, 32), (ConnectionSecurity.StartTls, 21), (ConnectionSecurity.Cleartext, 14)],
            files.SelectMany(x => x.Settings.Outgoing).CountBy(x => x.Security).Select(x => (x.Key, x.Value)).Order());
    }

    [Fact]
    public void Every_server_says_the_user_name_and_how_to_sign_in()
    {
        var incoming = Files().SelectMany(x => x.Settings.Incoming).ToList();
        Assert.All(incoming, x => Assert.Contains(x.Username, new[] { UsernameForm.Address, UsernameForm.LocalPart, "%EMAILLOCALPART%.%EMAILDOMAIN%" }));
        Assert.Equal(
            [(AuthenticationMethod.PasswordCleartext, 99), (AuthenticationMethod.PasswordEncrypted, 7), (AuthenticationMethod.OAuth2, 8)],
            incoming.SelectMany(x => x.Authentication).CountBy(x => x).Select(x => (x.Key, x.Value)).Order());
    }

    [Fact]
    public void Nothing_in_them_is_odd() =>
        Assert.Empty(Files().SelectMany(file => file.Settings.Oddities.Select(line => $"{file.Name}: {line}")));

    private static List<(string Name, PublishedSettings Settings)> Files()
    {
        if (!Directory.Exists(Folder)) Assert.Skip($"The catalogue's files are not at {Folder}.");
        return
        [
            .. Directory.EnumerateFiles(Folder).Order(StringComparer.Ordinal)
                .Select(path => (Path.GetFileName(path), AutoconfigReader.Read(File.ReadAllBytes(path), Domain))),
        ];
    }
}
