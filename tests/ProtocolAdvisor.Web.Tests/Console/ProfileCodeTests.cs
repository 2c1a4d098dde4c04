using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Console;
using ProtocolAdvisor.Web.Tests.Hosting;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;
using Answer = ProtocolAdvisor.Web.Tests.Hosting.Answer;

namespace ProtocolAdvisor.Web.Tests.Console;

/// <summary>The QR code on the page, read back by a decoder as a phone's camera does.</summary>
public sealed partial class ProfileCodeTests(SharedAdvisor shared) : IClassFixture<SharedAdvisor>
{
    private const int Pixels = 4;
    private const int QuietZone = 4;

    [Theory]
    [InlineData("advisor.example.com", "http://advisor.example.com")]
    [InlineData("192.0.2.7:8080", "http://192.0.2.7:8080")]
    public async Task A_phone_reads_the_address_of_the_profile_from_the_page(string host, string origin)
    {
        await using var advisor = await WithKeysAsync();
        var id = (await advisor.StoreAsync(StoredReports.Run())).Split('/')[3];
        var page = await PageAsync(advisor, $"/reports/{id}", host);
        Assert.Equal($"{origin}/reports/{id}/settings/apple", Read(page.Text));
        Assert.Contains("<title id=\"qr-title\">", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_brings_the_profile_of_the_answers_that_the_page_is_made_for()
    {
        await using var advisor = await WithKeysAsync();
        var id = (await advisor.StoreAsync(StoredReports.Run())).Split('/')[3];
        var page = await PageAsync(advisor, $"/reports/{id}?answered=1&usage.today=&usage.devices=3&usage.people=&usage.webmail=&usage.link.upMbit=", "advisor.example.com");
        var address = Read(page.Text);
        Assert.Equal($"http://advisor.example.com/reports/{id}/settings/apple?answered=1&usage.devices=3", address);
        Assert.Contains("EmailTypeIMAP", (await PageAsync(advisor, new Uri(address!).PathAndQuery, "advisor.example.com")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_only_this_machine_can_reach_has_none()
    {
        var id = (await shared.Advisor.StoreAsync(StoredReports.Run())).Split('/')[3];
        Assert.DoesNotContain("class=\"qr\"", (await PageAsync(shared.Advisor, $"/reports/{id}", null)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("advisor.example.com", true)]
    [InlineData("advisor", true)]
    [InlineData("10.1.2.3:5080", true)]
    [InlineData("[2001:db8::1]:5080", true)]
    [InlineData("localhost:5080", false)]
    [InlineData("LOCALHOST.", false)]
    [InlineData("app.localhost", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.8.9.1:80", false)]
    [InlineData("[::1]:5080", false)]
    [InlineData("[::ffff:127.0.0.1]", false)]
    [InlineData("[fe80::1]", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("[::]", false)]
    [InlineData("", false)]
    public void A_host_leads_here_from_elsewhere_or_not(string host, bool reachable) => Assert.Equal(reachable, ProfileCode.IsReachableFromElsewhere(new HostString(host)));

    [Fact]
    public void An_address_too_long_for_a_camera_has_no_code()
    {
        Assert.NotNull(ProfileCode.Address("https://advisor.example.com", "id", "?answered=1&usage.devices=3"));
        Assert.Null(ProfileCode.Address("https://advisor.example.com", "id", "?answered=" + new string('1', 400)));
        Assert.Null(ProfileCode.Address(null, "id", ""));
    }

    [Fact]
    public void The_longest_address_can_be_read_as_well()
    {
        var address = "https://advisor.example.com/" + new string('x', ProfileCode.LongestAddress - 28);
        Assert.Equal(address, Decoded(ProfileCode.Drawn(address)));
    }

    [Fact]
    public void Whatever_the_report_is_called_its_code_can_be_read()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var address = ProfileCode.Address("http://advisor.example.com", ReportId.New(), "")!;
            Assert.Equal(address, Decoded(ProfileCode.Drawn(address)));
        }
    }

    private static Task<Advisor> WithKeysAsync() => Advisor.StartAsync(settings: [("Access:Keys:0:Name", "desk"), ("Access:Keys:0:Sha256", new string('a', 64))]);

    private static Task<Answer> PageAsync(Advisor advisor, string path, string? host) =>
        advisor.SendAsync(HttpMethod.Get, path, null, host is null ? [("Accept", "text/html,*/*;q=0.8")] : [("Accept", "text/html,*/*;q=0.8"), ("Host", host)]);

    private static string? Read(string page)
    {
        var code = Code().Match(page);
        Assert.True(code.Success);
        return Decoded((code.Groups[2].Value, int.Parse(code.Groups[1].Value, CultureInfo.InvariantCulture)));
    }

    // The picture's pixels: white, and black where the path runs, with the quiet zone of ISO/IEC 18004 §6.3.8 around it. Read as the flat
    // picture that it is: the search for corners in a photograph misses one code in 130 at these pixels, though every module is right.
    private static string? Decoded((string Path, int Width) code)
    {
        var size = code.Width * Pixels;
        Assert.All(Run().Matches(code.Path), run =>
        {
            Assert.InRange(Number(run, 1), QuietZone, code.Width - QuietZone - Number(run, 3));
            Assert.InRange(Number(run, 2), QuietZone, code.Width - QuietZone - 1);
        });
        var grey = Enumerable.Repeat(byte.MaxValue, size * size).ToArray();
        foreach (Match run in Run().Matches(code.Path))
        {
            var (left, top, length) = (Number(run, 1), Number(run, 2), Number(run, 3));
            for (var y = top * Pixels; y < (top + 1) * Pixels; y++) Array.Fill(grey, (byte)0, (y * size) + (left * Pixels), length * Pixels);
        }

        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(grey, size, size, RGBLuminanceSource.BitmapFormat.Gray8)));
        return new QRCodeReader().decode(picture, new Dictionary<DecodeHintType, object> { [DecodeHintType.PURE_BARCODE] = true })?.Text;
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("class=\"qr\">\\s*<svg viewBox=\"0 0 (\\d+) \\d+\".*?<path class=\"dark\" d=\"([^\"]+)\"", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\d+z")]
    private static partial Regex Run();
}
