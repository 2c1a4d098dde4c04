using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Web.Recommendations;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Tests.Recommendations;

/// <summary>A reply is written by code of its own for speed: nobody may see that.</summary>
public sealed class ReplyJsonTests
{
    [Fact]
    public void A_reply_is_written_as_every_answer_is() =>
        Gen.Select(AdviceGen.Case, Gen.Bool).Sample((asked, isGerman) =>
        {
            var answer = new FactsRequest(asked.Facts.Imap, asked.Facts.Pop3).Answer(asked.Usage, new DateTimeOffset(2026, 5, 4, 0, 0, 0, TimeSpan.Zero), isGerman ? Language.German : Language.English);
            var reply = new RecommendationReply(1, answer.Recommendation, answer.Forecast);
            Assert.Equal(JsonSerializer.Serialize(reply, WireJson.Options), Written(reply));
        });

    private static string Written(RecommendationReply reply)
    {
        var written = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(written, new JsonWriterOptions { Encoder = WireJson.Options.Encoder, SkipValidation = true })) ReplyJson.Write(writer, reply);
        return Encoding.UTF8.GetString(written.WrittenSpan);
    }
}
