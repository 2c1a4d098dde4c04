using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Assessments.Listing;
using ProtocolAdvisor.Web.Assessments.Notes;
using ProtocolAdvisor.Web.Audits;
using ProtocolAdvisor.Web.Catalogue;
using ProtocolAdvisor.Web.Console;
using ProtocolAdvisor.Web.Console.Audits;
using ProtocolAdvisor.Web.Discoveries;
using ProtocolAdvisor.Web.Inbound;
using ProtocolAdvisor.Web.Invites;
using ProtocolAdvisor.Web.OpenApi;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Recommendations;
using ProtocolAdvisor.Web.Settings;
using ProtocolAdvisor.Web.Startup;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Telemetry;
using ProtocolAdvisor.Web.Wire;

return await Running.OrRefusedAsync(args, Register, Use);

static void Register(WebApplicationBuilder builder)
{
    builder.WebHost.UseKestrelHttpsConfiguration();
    builder.Listen();
    builder.Services.AddAssessor();
    builder.Services.AddStorage();
    builder.Services.AddAccess();
    builder.Services.AddApi();
    builder.Services.AddAudits();
    builder.Services.AddContract();
    builder.Services.AddTelemetry(builder.Configuration);
    builder.Services.AddConsoleLog();
    builder.Services.AddStartup();
    builder.Services.AddLogFilters();
}

static void Use(WebApplication app)
{
    app.UseKnownProxies();
    app.UseArrivals();
    app.UseInbound();
    app.UseRequestIds();
    app.UseSecurityHeaders();
    app.UseCrossOrigin();
    app.UseCompression();
    app.UseConsole();
    app.UseProblems();
    app.UseLargeBodies();
    app.UseRouting();
    app.UseMiddleware<AccessGate>();
    app.UseMiddleware<QueryGate>();
    app.UseMiddleware<KeyRate>();
    app.UseContract();
    app.MapAssessments();
    app.MapAssessmentList();
    app.MapNotes();
    app.MapInvites();
    app.MapDiscoveries();
    app.MapSettings();
    app.MapRecommendations();
    app.MapAudits();
    app.MapCatalogues();
    app.MapConsole();
    app.MapAuditPages();
    app.MapHealth();
}

/// <summary>The web host's entry point; public so that tests can start it.</summary>
public partial class Program;
