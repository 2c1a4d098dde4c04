using ProtocolAdvisor.Cli.Options;
using ProtocolAdvisor.Cli.Tests.Hosting;

namespace ProtocolAdvisor.Cli.Tests.Runs;

/// <summary>A wrong line is told in one or two sentences; nothing is tried, and nothing typed is repeated.</summary>
public sealed class WrongUsageTests
{
    [Theory]
    [InlineData("assess", "An e-mail address, a mail domain, or a server (--server, --endpoint), is needed.")]
    [InlineData("assess jane", "Is the @domain missing?")]
    [InlineData("assess example.com --server mail.example.com", "A mail domain or a server is expected, not both")]
    [InlineData("assess example.com --password-stdin", "To sign in, give the whole e-mail address")]
    [InlineData("assess example.com --user jane --no-password", "To sign in, give the whole e-mail address")]
    [InlineData("assess jane@example.com hunter2", "Too many arguments.")]
    [InlineData("assess jane@example.com --password hunter2", "There is no option --password. Passwords do not belong on the command line")]
    [InlineData("assess jane@example.com -phunter2", "There is no option -p.")]
    [InlineData("assess jane@example.com --password-stdin=hunter2", "Too many arguments.")]
    [InlineData("assess jane@example.com --password-stdin --no-password", "Only one of --password-stdin, --token-stdin and --no-password makes sense.")]
    [InlineData("assess --server 127.1", "--server needs a server name, or an IP address in its canonical spelling.")]
    [InlineData("assess --server 127.0.0.1", "This server or port may not be contacted")]
    [InlineData("assess --endpoint imaps://mail.example.com:25", "This server or port may not be contacted")]
    [InlineData("assess --endpoint https://mail.example.com", "--endpoint needs an endpoint such as imaps://mail.example.com")]
    [InlineData("assess --server [ --endpoint x", "--server needs a server name")]
    [InlineData("assess jane@example.com --devices 0", "--devices needs a number from 1 to 1000000.")]
    [InlineData("assess jane@example.com --devices", "--devices needs a number from 1 to 1000000.")]
    [InlineData("assess jane@example.com --samples 51", "--samples needs a number from 0 to 50.")]
    [InlineData("assess jane@example.com --max-bytes 67108865", "--max-bytes needs a number from 0 to 67108864.")]
    [InlineData("assess jane@example.com --deadline 61", "--deadline needs a number from 1 to 60.")]
    [InlineData("assess jane@example.com --up-mbit 0", "--up-mbit needs a number from 0.001 to 1000000.")]
    [InlineData("assess jane@example.com --today jmap", "--today needs one of these words: pop3, imap, none.")]
    [InlineData("assess jane@example.com --down-mbit 0", "--down-mbit needs a number from 0.001 to 1000000.")]
    [InlineData("assess jane@example.com --priority hunter2", "--priority needs one of these words: speed, flexibility.")]
    [InlineData("assess jane@example.com --trusted-root /nowhere", "--trusted-root needs a file with certificates in PEM form.")]
    [InlineData("assess jane@example.com --allow-network 10.0.0.1/99", "--allow-network needs a network such as 10.0.0.0/8.")]
    [InlineData("settings jane@example.com", "--format needs one of these words: thunderbird")]
    [InlineData("settings jane@example.com --format word", "--format needs one of these words: thunderbird, apple, outlook, pacc, text.")]
    [InlineData("discover localhost", "Is the @domain missing?")]
    [InlineData("discover", "A mail domain such as example.com, or an e-mail address, is needed.")]
    [InlineData("assess jane@", "Is the @domain missing?")]
    [InlineData("assess jane@example", "The end of the domain is missing")]
    [InlineData("assess jane@gmail", "Did you mean: …@gmail.com?")]
    [InlineData("assess j***@example.com", "This address is hidden, as reports show it.")]
    [InlineData("assess jane@a@example.com", "There is more than one @ in this.")]
    [InlineData("assess a@example.com,b@example.com", "This names more than one. For several at once: --file")]
    [InlineData("assess jane@exa_mple.com", "There is a character in this")]
    [InlineData("assess jane@example.com:hunter2 --password-stdin", "Understood as: jane@example.com. Write it so, if that is right")]
    [InlineData("assess mail.example.com --server imap.example.com", "A mail domain or a server is expected, not both")]
    [InlineData("discover 192.0.2.1", "A domain name such as example.com, or an e-mail address, is expected.")]
    [InlineData("assess jane@example.com --file /etc/hosts", "Either an address or --file is expected, not both.")]
    [InlineData("assess --file /nowhere", "--file needs a list of 1 to 100000 domains")]
    [InlineData("assess --file /dev/null", "--file needs a list of 1 to 100000 domains")]
    [InlineData("assess --file /etc/hosts --csv --jsonl", "Only one of --csv and --jsonl makes sense.")]
    [InlineData("assess jane@example.com --csv", "--csv, --jsonl and --resume are for lists: --file LIST.")]
    [InlineData("assess --file /etc/hosts --resume --csv", "--resume needs the file to go on with and its form")]
    [InlineData("assess --file /etc/hosts --password-stdin", "A list is looked at without signing in")]
    [InlineData("assess --file /etc/hosts --json", "A list is written as JSON with --jsonl: one object a line.")]
    [InlineData("assess --file /etc/hosts --json --lang de", "Eine Liste wird mit --jsonl als JSON ausgegeben")]
    [InlineData("assess --file /etc/hosts --full", "--full is for one mailbox and cannot be used with --file.")]
    [InlineData("assess --file /etc/hosts --samples 5", "--samples is for one mailbox and cannot be used with --file.")]
    [InlineData("assess --file /etc/hosts --max-bytes 5", "--max-bytes is for one mailbox and cannot be used with --file.")]
    [InlineData("assess --file /etc/hosts --send-address", "--send-address is for one mailbox and cannot be used with --file.")]
    [InlineData("assess --file /etc/hosts --csv --output /tmp/rows --resume --force", "Only one of --resume and --force makes sense.")]
    [InlineData("assess jane@example.com --force", "--force needs the file that it may replace: --output FILE.")]
    [InlineData("discover example.com --force", "--force needs the file that it may replace: --output FILE.")]
    [InlineData("settings jane@example.com --format text --force", "--force needs the file that it may replace: --output FILE.")]
    [InlineData("assess --server a.example.com --endpoint imaps://b.example.com", "Either --server or --endpoint is expected, not both")]
    [InlineData("assess @example.com --server mail.example.com", "A mail domain or a server is expected, not both")]
    [InlineData("assess jane@example.com --user jdoe --no-password", "--user is for signing in and cannot be used with --no-password.")]
    [InlineData("assess --file /etc/passwd --csv --output /etc/hosts", "This file exists already.")]
    [InlineData("asses jane@example.com", "There is no such command. Did you mean: assess?")]
    [InlineData("jane@example.com", "To check a mailbox, put the command first: protocol-advisor assess ADDRESS")]
    [InlineData("example.com --devices 2", "To check a mailbox, put the command first: protocol-advisor assess ADDRESS")]
    [InlineData("assess jane@example.com --devcies 2", "There is no option --devcies. Did you mean: --devices?")]
    [InlineData("assess jane@example.com --device=2", "There is no option --device. Did you mean: --devices?")]
    [InlineData("assess jane@example.com --devices --no-password", "--devices needs a number from 1 to 1000000.")]
    [InlineData("assess jane@example.com --priority --webmail", "--priority needs one of these words: speed, flexibility.")]
    [InlineData("assess jane@example.com --allow-network --no-password", "--allow-network needs a network")]
    [InlineData("settings jane@example.com --format --no-password", "--format needs one of these words")]
    [InlineData("assess jane@example.com --devices --lang de", "--devices braucht eine Zahl von 1 bis 1000000.")]
    [InlineData("assess jane@example.com --output /nowhere/at/all", "The folder of this file does not exist.")]
    [InlineData("assess jane@example.com --output /etc/passwd", "This file exists already. To replace it: --force")]
    [InlineData("assess jane@example.com --output /tmp", "--output needs a file, not a folder.")]
    [InlineData("discover example.com --output /proc/nothing", "No file can be written into this folder.")]
    [InlineData("settings jane@example.com --format text --output /nowhere/at/all", "The folder of this file does not exist.")]
    [InlineData("--lang fr explain", "--lang needs one of these words: en, de.")]
    [InlineData("assess jane --lang de", "Fehlt die @Domain?")]
    public async Task A_wrong_line_is_told_and_nothing_is_tried(string line, string told)
    {
        var (code, errors) = await WrongLine.RunAsync(line.Split(' '));
        Assert.Equal(2, code);
        Assert.Contains(told, errors.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", errors, StringComparison.Ordinal);
        Assert.InRange(errors.Split('\n').Length, 2, 5);
    }

    [Theory]
    [InlineData("assess jane@example.com --password-stdin", "Nothing came on the standard input to sign in with.\n")]
    [InlineData("assess --server mail.example.com --password-stdin", "To sign in without an e-mail address, a user name is needed: --user.\n")]
    public async Task A_password_that_cannot_be_used_is_told(string line, string told) =>
        Assert.Equal(new Ran(2, "", told), await Tool.RunAsync(line.Split(' ')));

    [Theory]
    [InlineData("imaps://mail.example.com", "Imap mail.example.com 993 ImplicitTls")]
    [InlineData("imap://mail.example.com:1143", "Imap mail.example.com 1143 StartTls")]
    [InlineData("pop3s://[2001:db8::1]", "Pop3 2001:db8::1 995 ImplicitTls")]
    [InlineData("pop3://[2001:db8::1]:1110", "Pop3 2001:db8::1 1110 StartTls")]
    [InlineData("imaps://127.1", null)]
    [InlineData("imaps://mail.example.com:0", null)]
    [InlineData("imaps://mail.example.com/x", null)]
    [InlineData("imaps://jane@mail.example.com", null)]
    [InlineData("imaps://", null)]
    [InlineData("mail.example.com", null)]
    public void An_endpoint_is_read_or_refused(string text, string? read) => Assert.Equal(
        read, EndpointAddress.TryParse(text, out var endpoint) ? $"{endpoint.Protocol} {endpoint.Host} {endpoint.Port} {endpoint.Security}" : null);
}
