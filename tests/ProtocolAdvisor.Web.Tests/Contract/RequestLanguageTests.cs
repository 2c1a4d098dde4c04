using Microsoft.AspNetCore.Http;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Tests.Contract;

public class RequestLanguageTests
{
    [Theory]
    [InlineData("de", "de")]
    [InlineData("de-AT", "de")]
    [InlineData("DE-at", "de")]
    [InlineData("fr, de;q=0.4", "de")]
    [InlineData("en;q=0.8, de;q=0.9", "de")]
    [InlineData("de-AT, en;q=0.9, de;q=0.1", "de")]
    [InlineData("en;q=0, *;q=0.1", "de")]
    [InlineData("*;q=1, de", "de")]
    [InlineData("de, en", "de")]
    [InlineData("en, de", "en")]
    [InlineData("en-GB, de;q=0.9", "en")]
    [InlineData("de;q=0", "en")]
    [InlineData("de;q=0, *", "en")]
    [InlineData("*", "en")]
    [InlineData("fr-CH, it", "en")]
    [InlineData("den, deu", "en")]
    [InlineData("en;q=0", "en")]
    [InlineData("", "en")]
    [InlineData(";;;=\u0000", "en")]
    public void The_language_liked_best_is_spoken_and_English_where_none_of_ours_is(string header, string tag)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptLanguage = header;
        Assert.Equal(tag, RequestLanguage.Of(http).Tag);
        Assert.Equal((tag, "Accept-Language"), (http.Response.Headers.ContentLanguage.ToString(), http.Response.Headers.Vary.ToString()));
    }
}
