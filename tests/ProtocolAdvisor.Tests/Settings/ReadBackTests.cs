using System.Text;
using CsCheck;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Discovery.Autoconfig;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Settings;

/// <summary>What we write, we read as it was meant: the readers were built from the specifications, apart from the writers.</summary>
public class ReadBackTests
{
    private static readonly HostName Domain = HostName.Parse("example.com");

    [Fact]
    public void Autoconfig_is_read_as_it_was_meant()
    {
        var read = AutoconfigReader.Read(Bytes(Sample.Pop3First, SettingsFormat.Thunderbird), Domain);
        Assert.Empty(read.Oddities);
        Assert.Equal(Sample.Pop3First.Incoming.Select(x => (x.Endpoint, x.LoginName.Template)), read.Incoming.Select(x => (x.Endpoint, x.Username)));
        Assert.All(read.Incoming, x => Assert.Equal([AuthenticationMethod.PasswordCleartext], x.Authentication));
        var outgoing = Assert.Single(read.Outgoing);
        Assert.Equal((Sample.Submission.Host, 465, ConnectionSecurity.ImplicitTls, "%EMAILADDRESS%"), (outgoing.Host, outgoing.Port, outgoing.Security, outgoing.Username));
    }

    // The reader drops what contradicts itself, such as IMAP on POP3's port: it may read less than was written, never anything else.
    [Fact]
    public void Whatever_the_settings_nothing_else_is_read() => Sample.Any.Sample(
        settings =>
        {
            if (SettingsWriter.Write(settings, SettingsFormat.Thunderbird, Language.English).File is null) return true;
            var read = AutoconfigReader.Read(Bytes(settings, SettingsFormat.Thunderbird), Domain);
            return read.Incoming.All(x => settings.Incoming.Any(written => written.Endpoint == x.Endpoint))
                && read.Outgoing.All(x => x.Host == settings.Outgoing?.Host && x.Port == settings.Outgoing.Port && x.Security == settings.Outgoing.Security);
        },
        iter: 1_000);

    [Fact]
    public void Pacc_is_read_as_it_was_meant()
    {
        var read = PaccReader.Read(Bytes(Sample.ImapFirst, SettingsFormat.Pacc));
        Assert.Empty(read.Oddities);
        Assert.Equal(Sample.ImapFirst.Incoming.Select(x => x.Endpoint), read.Incoming.Select(x => x.Endpoint));
        Assert.Equal((Sample.Submission.Host, 465), read.Outgoing.Select(x => (x.Host, x.Port)).Single());
    }

    private static byte[] Bytes(ClientSettings settings, SettingsFormat format) =>
        Encoding.UTF8.GetBytes(SettingsWriter.Write(settings, format, Language.English).File!.Content);
}
