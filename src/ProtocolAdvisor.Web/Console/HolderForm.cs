using System.Text.Json;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Settings;
using ProtocolAdvisor.Web.Wire;
using static ProtocolAdvisor.Web.Console.AssessmentForm;

namespace ProtocolAdvisor.Web.Console;

/// <summary>
/// The form that asks whom settings are for. What is typed goes into the file and nowhere else: not even the page shows it again.
/// </summary>
internal static class HolderForm
{
    /// <summary>The field for the address.</summary>
    public const string Email = "email";

    /// <summary>The field for the name.</summary>
    public const string DisplayName = "displayName";

    /// <summary>The request that it stands for, not yet validated.</summary>
    public static JsonBody<SettingsRequest> Read(IFormCollection form)
    {
        var request = AssessmentForm.Object([(Email, Kind.Text), (DisplayName, Kind.Text)], name => form[name]);
        return JsonBody<SettingsRequest>.Of(JsonSerializer.SerializeToUtf8Bytes(request, WireJson.Options));
    }

    /// <summary>What is wrong with a field; null for nothing.</summary>
    public static string? ErrorOf(string name, ApiProblem? told) => told?.Errors is { } errors
        ? errors.FirstOrDefault(x => x.Path == $"$.{name}")?.Detail : name == Email ? told?.Detail : null;
}
