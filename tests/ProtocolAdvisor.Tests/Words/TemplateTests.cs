using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Words;

public class TemplateTests
{
    [Theory]
    [InlineData("{x}", "1234.5", "1234.5", "1234.5")]
    [InlineData("{x:number}", "1234", "1,234", "1.234")]
    [InlineData("{x:number}", "1.0", "1.0", "1,0")]
    [InlineData("{x:number}", "1E3", "1,000", "1.000")]
    [InlineData("{x:size}", "0", "0\u00A0kB", "0\u00A0kB")]
    [InlineData("{x:size}", "2500", "2.5\u00A0kB", "2,5\u00A0kB")]
    [InlineData("{x:size}", "6491665", "6.5\u00A0MB", "6,5\u00A0MB")]
    [InlineData("{x:size}", "18366320", "18\u00A0MB", "18\u00A0MB")]
    [InlineData("{x:size}", "1041529569", "1.04\u00A0GB", "1,04\u00A0GB")]
    [InlineData("{x:size}", "999700000", "1\u00A0GB", "1\u00A0GB")]
    [InlineData("{x:size}", "5000000000000000", "5,000\u00A0TB", "5.000\u00A0TB")]
    [InlineData("{x:duration}", "1", "1\u00A0second", "1\u00A0Sekunde")]
    [InlineData("{x:duration}", "2.25", "2.2\u00A0seconds", "2,2\u00A0Sekunden")]
    [InlineData("{x:duration}", "119", "119\u00A0seconds", "119\u00A0Sekunden")]
    [InlineData("{x:duration}", "900", "15\u00A0minutes", "15\u00A0Minuten")]
    [InlineData("{x:duration}", "8333", "2.3\u00A0hours", "2,3\u00A0Stunden")]
    [InlineData("{x:duration}", "31536000", "365\u00A0days", "365\u00A0Tage")]
    [InlineData("{x:duration}", "187639617", "2,172\u00A0days", "2.172\u00A0Tage")]
    [InlineData("{x:date}", "2026-05-04T23:30:00-02:00", "5\u00A0May 2026", "5.\u00A0Mai 2026")]
    [InlineData("{x:date}", "2026-03-01", "1\u00A0March 2026", "1.\u00A0März 2026")]
    public void Values_are_written_as_the_language_does(string sentence, string value, string english, string german)
    {
        var values = new Dictionary<string, string> { ["x"] = value };
        Assert.Equal((english, german), (Template.Fill(sentence, values, Language.English), Template.Fill(sentence, values, Language.German)));
    }

    [Theory]
    [InlineData("1", "1 day")]
    [InlineData("0", "0 days")]
    [InlineData("2", "2 days")]
    public void One_takes_the_first_word(string value, string said) =>
        Assert.Equal(said, Template.Fill("{x} {x:day|days}", new Dictionary<string, string> { ["x"] = value }, Language.English));

    [Fact]
    public void The_first_sentence_that_can_be_filled_is_said() => Assert.Equal(
        "b is there", Template.Fill(["{a} is there", "{b} is there", "nothing is there"], new Dictionary<string, string> { ["b"] = "b" }, Language.English));
}
