using System.Net.Sockets;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Inbound;
using ProtocolAdvisor.Web.Settings;
using ProtocolAdvisor.Web.Startup.Configured;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Startup;

/// <summary>Runs the service, or says in one line why it cannot.</summary>
internal static class Running
{
    /// <summary>The host's builder; null where the settings are wrong or cannot even be read, which has been said then.</summary>
    public static WebApplicationBuilder? BuilderOrRefusal(string[] args)
    {
        try
        {
            // The settings lie beside the program, wherever it is started from.
            var builder = WebApplication.CreateSlimBuilder([$"--contentRoot={AppContext.BaseDirectory}", .. args]);
            Judge(builder.Configuration);
            return builder;
        }
        catch (StartRefusedException refusal)
        {
            System.Console.Error.WriteLine(Refused(refusal.Message));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException or FormatException)
        {
            System.Console.Error.WriteLine(Refused($"The settings cannot be read: {exception.Message} {exception.InnerException?.Message}".Trim().ReplaceLineEndings(" ")));
        }

        return null;
    }

    /// <summary>The process's exit code: 0 after a stop, 1 where the start was refused.</summary>
    public static async Task<int> RunOrRefuseAsync(this WebApplication app)
    {
        try
        {
            await app.Services.GetRequiredService<DatabaseMake>().StartAsync(CancellationToken.None);
            await app.BindAsync();
            app.TellFewFiles();
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (StartRefusedException refusal)
        {
            await System.Console.Error.WriteLineAsync(Refused(refusal.Message));
            return 1;
        }
    }

    private static string Refused(string reason) => $"ProtocolAdvisor cannot start. {reason}";

    private static async Task BindAsync(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception exception) when (exception is IOException or SocketException or InvalidOperationException or FormatException)
        {
            throw new StartRefusedException($"Urls: cannot be listened on: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static void TellFewFiles(this WebApplication app)
    {
        var (wanted, files) = (LoadLimits.From(app.Configuration).ConcurrentAssessments, app.Services.GetRequiredService<FileBudget>());
        if (files.Runs < wanted) app.Logger.FewFiles(wanted, files.Runs, files.Held);
    }

    // Whatever is read late would fail at the first request only: everything is read now.
    private static void Judge(IConfiguration configuration)
    {
        ConfigurationJudge.Judge(configuration);
        StorageOptions.From(configuration);
        AssessorSettings.From(configuration);
        AssessorSettings.SignIns(configuration);
        KnownProxies.From(configuration);
        SigningCertificate.From(configuration, TimeProvider.System.GetUtcNow());
        FileBudget.For(LoadLimits.From(configuration).ConcurrentAssessments);
        Listening.Judge(configuration, AccessOptions.From(configuration));
    }
}
