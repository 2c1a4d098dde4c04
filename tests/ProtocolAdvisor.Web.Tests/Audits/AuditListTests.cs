using System.Text;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Web.Audits.Lists;

namespace ProtocolAdvisor.Web.Tests.Audits;

/// <summary>What becomes of lists as people and spreadsheets write them.</summary>
public sealed class AuditListTests
{
    private static readonly AddressPolicy Policy = new(new TargetOptions());

    public static TheoryData<string, string, string> Subjects => new()
    {
        { "example.com", "example.com", "example.com" },
        { "EXAMPLE.com.", "example.com", "example.com" },
        { "bücher.de", "bücher.de", "xn--bcher-kva.de" },
        { "XN--BCHER-KVA.de", "bücher.de", "xn--bcher-kva.de" },
        { "jane@example.com", "j***@example.com", "example.com" },
        { "jäne.doe@bücher.de", "j***@bücher.de", "xn--bcher-kva.de" },
        { "mail.example.com:993", "imaps://mail.example.com:993", "imaps://mail.example.com:993" },
        { "mail.example.com:143", "imap://mail.example.com:143", "imap://mail.example.com:143" },
        { "mail.example.com:587", "submission://mail.example.com:587", "submission://mail.example.com:587" },
        { "POP3S://mail.example.com", "pop3s://mail.example.com:995", "pop3s://mail.example.com:995" },
        { "imaps://mail.bücher.de/", "imaps://mail.bücher.de:993", "imaps://mail.xn--bcher-kva.de:993" },
        { "1.1.1.1", "1.1.1.1", "//1.1.1.1" },
        { "[2606:4700::1111]:993", "imaps://[2606:4700::1111]:993", "imaps://[2606:4700::1111]:993" },
        { "2606:4700::1111", "2606:4700::1111", "//2606:4700::1111" },
    };

    [Theory]
    [MemberData(nameof(Subjects))]
    public void A_subject_is_shown_as_people_write_it_and_asked_in_one_way(string text, string shown, string asked)
    {
        var subject = Assert.Single(Read(text).List!.Subjects);
        Assert.Equal((shown, asked), (subject.Shown, subject.Asked));
        var run = AskedSubject.Subject(subject.Asked, TimeSpan.FromSeconds(15), new AuditPoliteness());
        Assert.Equal(subject.Asked.Contains("//", StringComparison.Ordinal), run.Endpoints.Count > 0);
        Assert.Null(run.Credentials);
        Assert.Null(run.Email);
    }

    [Theory]
    [InlineData("not a domain", ListErrors.Subject)]
    [InlineData("localhost", ListErrors.Subject)]
    [InlineData("=cmd|calc", ListErrors.Subject)]
    [InlineData("a,b.com", ListErrors.Subject)]
    [InlineData("exa_mple.com", ListErrors.Subject)]
    [InlineData("-bad-.com", ListErrors.Subject)]
    [InlineData("127.1", ListErrors.Subject)]
    [InlineData("@example.com", ListErrors.Subject)]
    [InlineData("jane@", ListErrors.Subject)]
    [InlineData("two@words here.com", ListErrors.Subject)]
    [InlineData("exam\u202Eple.com", ListErrors.Subject)]
    [InlineData("http://example.com/", ListErrors.Scheme)]
    [InlineData("mail.example.com:4711", ListErrors.Scheme)]
    [InlineData("mail.example.com:99999", ListErrors.Subject)]
    [InlineData("imaps://mail.example.com:4711", ListErrors.NotAllowed)]
    [InlineData("10.0.0.1:993", ListErrors.NotAllowed)]
    [InlineData("127.0.0.1", ListErrors.NotAllowed)]
    [InlineData("[::1]:993", ListErrors.NotAllowed)]
    public void What_is_no_subject_is_named_by_its_line(string text, string code) => Assert.Equal([$"line 2 {code}"], Errors(Read($"example.com\n{text}")));

    [Fact]
    public void Blank_lines_and_comments_say_nothing_and_what_asks_the_same_counts_once()
    {
        var list = Read("\uFEFF# customers\r\n\r\nexample.com\r\n  \r\njane@example.com\rEXAMPLE.COM\nexample.org ").List!;
        Assert.Equal(["example.com", "example.org"], list.Subjects.Select(x => x.Shown));
        Assert.Equal(2, list.Duplicates);
    }

    [Theory]
    [InlineData("Domain;Reference;Ort\r\nexample.com;K-1;Graz\r\n\r\nexample.org;;\r\n", ';')]
    [InlineData("reference,host name,domain,ort\nK-1,x,example.com,Graz\n,,example.org,\n", ',')]
    [InlineData("\uFEFFReference\tDomain\nK-1\texample.com\n\texample.org", '\t')]
    [InlineData("sep=;\r\nDomain;Reference\r\nexample.com;K-1\r\nexample.org", ';')]
    public void A_spreadsheets_table_is_read_by_its_heading(string table, char separator)
    {
        var list = Read(table, isTable: true).List!;
        Assert.Equal([("example.com", "K-1"), ("example.org", null)], list.Subjects.Select(x => (x.Shown, x.Reference)));
        Assert.True(list.IgnoredColumns.Count == 0 || list.IgnoredColumns[^1] is "Ort" or "ort", $"{separator}");
    }

    [Fact]
    public void Without_a_heading_the_first_column_is_taken_and_cells_may_be_quoted()
    {
        var list = Read("\"example.com\",\"says \"\"hello\"\",\r\nover two lines\"\r\n\"example.org\"", isTable: true).List!;
        Assert.Equal(["example.com", "example.org"], list.Subjects.Select(x => x.Shown));
        var host = Read("host\nmail.example.com", isTable: true).List!;
        Assert.Equal("//mail.example.com", host.Subjects[0].Asked);
    }

    [Theory]
    [InlineData("Kunde;Domainname\nACME;example.com", "line 1 heading-unknown", "line 2 subject-invalid")]
    [InlineData("domain;reference\n;K-1", "line 2 subject-cell-missing")]
    [InlineData("domain\n\"example.com", "line 2 quote-unclosed")]
    [InlineData("domain,reference\nexample.com,\"a\u0007b\"", "line 2 reference-invalid")]
    public void What_is_wrong_with_a_table_is_named_by_its_line(string table, params string[] errors) => Assert.Equal(errors, Errors(Read(table, isTable: true)));

    [Fact]
    public void A_formula_is_kept_as_it_is_and_told_tamed()
    {
        var list = Read("domain,reference\nexample.com,\"=HYPERLINK(\"\"x\"\")\"", isTable: true).List!;
        Assert.Equal("=HYPERLINK(\"x\")", list.Subjects[0].Reference);
    }

    [Fact]
    public void Lines_that_are_too_long_or_not_UTF_8_are_named_and_files_of_another_kind_told()
    {
        Assert.Equal(["line 1 line-too-long"], Errors(Read(new string('x', 1025))));
        Assert.Equal(["line 2 not-utf-8"], Errors(Read([.. "example.com\nb"u8, 0xFC, .. "cher.de\nexample.org"u8])));
        Assert.True(ListLines.IsOtherFile(Encoding.Unicode.GetPreamble()));
        Assert.True(ListLines.IsOtherFile("PK\u0003\u0004xl/workbook"u8));
        Assert.True(ListLines.IsOtherFile("example.com\0"u8));
        Assert.False(ListLines.IsOtherFile("example.com"u8));
    }

    [Fact]
    public void A_hundred_thousand_lines_of_rubbish_are_told_in_a_hundred_lines_and_soon()
    {
        var rubbish = new StringBuilder();
        for (var i = 0; i < 100_000; i++) rubbish.Append("rübbish ").Append(i).Append(" ;;;\n");
        var began = TimeProvider.System.GetTimestamp();
        var errors = Errors(Read(rubbish.ToString()));
        Assert.Equal((101, "$ further-lines-wrong"), (errors.Count, errors[^1]));
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0, 5);
    }

    [Fact]
    public void An_empty_list_and_one_of_too_many_are_refused()
    {
        Assert.Equal(["$.subjects subjects-count"], Errors(Read("# nothing\n\n")));
        Assert.Equal(["$.subjects subjects-count"], Errors(Read(string.Concat(Enumerable.Range(0, 100_001).Select(x => $"c{x}.com\n")))));
        Assert.Equal(100_000, Read(string.Concat(Enumerable.Range(0, 100_000).Select(x => $"c{x}.com\n"))).List!.Subjects.Count);
    }

    // Sixteen mebibytes are two million subjects, or sixteen thousand lines full of quotation marks.
    [Fact]
    public void A_list_takes_no_more_memory_and_time_than_it_may_and_nothing_once_its_sender_has_left()
    {
        using var collector = new ListCollector(Policy, CancellationToken.None);
        TextList.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 150_000).Select(x => $"c{x}.com\n"))), collector);
        collector.Take("line 150001", "not read.com");
        Assert.Equal(["$.subjects"], collector.End().Problem!.Complaints!.Select(x => x.Path).Where(x => x != "line 150001"));

        var quoted = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a" + new string('"', 1022) + "\n", 4_000)));
        var open = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("\"" + new string('x', 1022) + "\n", 4_000)));
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        foreach (var upload in new[] { quoted, open }) Assert.Null(Read(upload, isTable: true).List);
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 1);

        Assert.Throws<OperationCanceledException>(() => Read("example.com"u8.ToArray(), hasLeft: true));
    }

    private static (AuditList? List, Web.Problems.Problem? Problem) Read(string text, bool isTable = false) => Read(Encoding.UTF8.GetBytes(text), isTable);

    private static (AuditList? List, Web.Problems.Problem? Problem) Read(byte[] upload, bool isTable = false, bool hasLeft = false)
    {
        using var collector = new ListCollector(Policy, new CancellationToken(hasLeft));
        if (isTable) TableList.Read(upload, collector);
        else TextList.Read(upload, collector);
        return collector.End();
    }

    private static List<string> Errors((AuditList? List, Web.Problems.Problem? Problem) read)
    {
        Assert.Null(read.List);
        return [.. read.Problem!.Complaints!.Select(x => $"{x.Path} {x.Code}")];
    }
}
