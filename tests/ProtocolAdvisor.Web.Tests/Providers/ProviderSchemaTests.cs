using System.Text;
using System.Text.Json;
using Json.Schema;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Web.Tests.Providers;

/// <summary>The library's data on providers against their schema; it stands here, where schemas are read.</summary>
public class ProviderSchemaTests
{
    private static readonly EvaluationOptions Listed = new() { OutputFormat = OutputFormat.List };
    private static readonly JsonSchema Schema = JsonSchema.FromText(
        File.ReadAllText(Path.Combine(RepositoryFolder(), "tests", "ProtocolAdvisor.Web.Tests", "Providers", "providers.schema.json")));

    [Fact]
    public void The_data_are_as_the_schema_says() => Assert.Equal("", Complaints(Data()));

    [Theory]
    [InlineData("\"key\": \"gmail\"", "\"key\": \"Gmail!\"")]
    [InlineData("\"source\": \"https://", "\"source\": \"http://")]
    [InlineData("\"checked\": \"2026-11-27\"", "\"checked\": \"last week\"")]
    [InlineData("\"signIn\": \"app-password\"", "\"signIn\": \"perhaps\"")]
    [InlineData("\"kind\": \"mailHost\"", "\"colour\": \"red\", \"kind\": \"mailHost\"")]
    [InlineData("\"state\": \"off\", \"address\"", "\"state\": \"off\", \"page\"")]
    [InlineData("imap.gmail.com", "*.gmail.com")]
    public void Another_form_is_complained_of(string right, string wrong)
    {
        Assert.Contains(right, Data(), StringComparison.Ordinal);
        Assert.NotEqual("", Complaints(Data().Replace(right, wrong, StringComparison.Ordinal)));
    }

    private static string Data() => Encoding.UTF8.GetString(EmbeddedFile.Read("providers.json"));

    private static string Complaints(string json)
    {
        using var document = JsonDocument.Parse(json);
        var result = Schema.Evaluate(document.RootElement, Listed);
        return result.IsValid ? "" : string.Join('\n', (result.Details ?? []).Where(x => x.Errors is not null).SelectMany(x => x.Errors!.Select(e => $"{x.InstanceLocation} {e.Value}")));
    }

    private static string RepositoryFolder()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "ProtocolAdvisor.sln"))) directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
