using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Catalogue;
using ProtocolAdvisor.Web.Console;
using ProtocolAdvisor.Web.Discoveries;
using ProtocolAdvisor.Web.OpenApi;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Recommendations;
using ProtocolAdvisor.Web.Settings;
using ProtocolAdvisor.Web.Startup;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Telemetry;
using ProtocolAdvisor.Web.Wire;

if (Running.BuilderOrRefusal(args) is not { } builder) return 1;
builder.WebHost.UseKestrelHttpsConfiguration();
builder.Listen();
builder.Services.AddAssessor();
builder.Services.AddStorage();
builder.Services.AddAccess();
builder.Services.AddApi();
builder.Services.AddContract();
builder.Services.AddTelemetry(builder.Configuration);
builder.Services.AddConsoleLog();
builder.Services.AddStartup();
builder.Services.AddLogFilters();

await using var app = builder.Build();
app.UseArrivals();
app.UseRequestIds();
app.UseSecurityHeaders();
app.UseConsole();
app.UseProblems();
app.UseRouting();
app.UseMiddleware<AccessGate>();
app.UseMiddleware<QueryGate>();
app.UseMiddleware<KeyRate>();
app.UseContract();
app.MapAssessments();
app.MapDiscoveries();
app.MapSettings();
app.MapRecommendations();
app.MapFindings();
app.MapConsole();
app.MapHealth();
return await app.RunOrRefuseAsync();

/// <summary>The web host's entry point; public so that tests can start it.</summary>
public partial class Program;
