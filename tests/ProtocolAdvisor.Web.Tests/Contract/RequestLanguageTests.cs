using Microsoft.AspNetCore.Http;
using ProtocolAdvisor.Web.Wire;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Tests.Contract;

public class RequestLanguageTests
{
    [Theory]
    [InlineData("de", Language.German)]
    [InlineData("de-AT", Language.German)]
    [InlineData("DE-at", Language.German)]
    [InlineData("fr, de;q=0.4", Language.German)]
    [InlineData("en;q=0.8, de;q=0.9", Language.German)]
    [InlineData("de-AT, en;q=0.9, de;q=0.1", Language.German)]
    [InlineData("en;q=0, *;q=0.1", Language.German)]
    [InlineData("*;q=1, de", Language.German)]
    [InlineData("de, en", Language.German)]
    [InlineData("en, de", Language.English)]
    [InlineData("en-GB, de;q=0.9", Language.English)]
    [InlineData("de;q=0", Language.English)]
    [InlineData("de;q=0, *", Language.English)]
    [InlineData("*", Language.English)]
    [InlineData("fr-CH, it", Language.English)]
    [InlineData("den, deu", Language.English)]
    [InlineData("en;q=0", Language.English)]
    [InlineData("", Language.English)]
    [InlineData(";;;=\u0000", Language.English)]
    public void The_language_liked_best_is_spoken_and_English_where_none_of_ours_is(string header, Language language)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptLanguage = header;
        Assert.Equal(language, RequestLanguage.Of(http));
        Assert.Equal((language.Tag(), "Accept-Language"), (http.Response.Headers.ContentLanguage.ToString(), http.Response.Headers.Vary.ToString()));
    }
}
