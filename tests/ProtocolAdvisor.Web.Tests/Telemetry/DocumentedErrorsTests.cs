using System.Reflection;
using Microsoft.Extensions.Logging;
using ProtocolAdvisor.Web.Telemetry;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Telemetry;

/// <summary>The operator's guide quotes every line of the log that is for him to read.</summary>
public sealed class DocumentedErrorsTests
{
    [Fact]
    public void Every_line_of_level_Error_is_quoted()
    {
        var told = string.Join(' ', Guide.Section("Monitoring").Select(x => x.Trim()));
        var lines = typeof(LogLines).GetMethods().Select(x => x.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>()
            .Where(x => x.Level >= LogLevel.Error).Select(x => Words(x.Message)).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, x => Assert.Contains($"“{x}", told, StringComparison.Ordinal));
    }

    // What stands before the first detail; of a line that begins with one, what follows it.
    private static string Words(string message) =>
        message.Split('{', '}').Where((_, place) => place % 2 == 0).Select(x => x.Split(',', ';', ':')[0].Trim()).First(x => x.Length > 0);
}
