using System.Net.Sockets;
using System.Security.Cryptography;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Audits;
using ProtocolAdvisor.Web.Cluster;
using ProtocolAdvisor.Web.Inbound;
using ProtocolAdvisor.Web.Settings;
using ProtocolAdvisor.Web.Startup.Configured;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Startup;

/// <summary>Runs the service, or says in one line why it cannot.</summary>
internal static class Running
{
    /// <summary>Makes the service, starts it and waits for its stop: the process's exit code, 0 after a stop, 1 where the start was refused.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="register">Registers what the service is made of.</param>
    /// <param name="use">Puts the way of a request together.</param>
    public static async Task<int> OrRefusedAsync(string[] args, Action<WebApplicationBuilder> register, Action<WebApplication> use)
    {
        var started = false;
        try
        {
            var builder = Builder(args);
            register(builder);
            await using var app = builder.Build();
            use(app);
            await app.Services.GetRequiredService<DatabaseMake>().StartAsync(CancellationToken.None);
            await app.BindAsync();
            started = true;
            app.TellFewFiles();
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (StartRefusedException refusal)
        {
            return Refused(refusal.Message);
        }
        catch (OperationCanceledException) when (!started)
        {
            // Told to stop before it was there.
            return 0;
        }
        catch (Exception exception) when (!started && exception is not HostAbortedException)
        {
            // Nobody who starts a service reads a stack; tools that only want the host built end it with an exception of their own.
            return Refused($"{exception.GetType().Name}: {Said(exception)}");
        }
    }

    private static int Refused(string reason)
    {
        System.Console.Error.WriteLine($"ProtocolAdvisor cannot start. {reason}");
        return 1;
    }

    private static WebApplicationBuilder Builder(string[] args)
    {
        CommandLineJudge.Judge(args);
        try
        {
            // The settings lie beside the program, wherever it is started from.
            var builder = WebApplication.CreateSlimBuilder([$"--contentRoot={AppContext.BaseDirectory}", .. args]);
            Judge(builder.Configuration);
            return builder;
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new StartRefusedException($"contentRoot: an existing folder is expected, not {OperatorSettings.Quoted(exception.Message)}.");
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException or FormatException
            or InvalidOperationException)
        {
            throw new StartRefusedException($"The settings cannot be read: {Said(exception)}");
        }
    }

    private static async Task BindAsync(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception exception) when (exception is IOException or SocketException or InvalidOperationException or FormatException
            or CryptographicException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{Listening.Keys(app.Configuration)}: cannot be listened on: {Said(exception)}");
        }
    }

    // What the framework says, in one line.
    private static string Said(Exception exception) => $"{exception.Message} {exception.InnerException?.Message}".Trim().ReplaceLineEndings(" ");

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
        AuditOptions.From(configuration);
        KestrelCertificates.Judge(configuration);
        KnownProxies.From(configuration);
        SigningCertificate.From(configuration, TimeProvider.System.GetUtcNow());
        FileBudget.For(LoadLimits.From(configuration).ConcurrentAssessments);
        Listening.Judge(configuration, AccessOptions.From(configuration));
        if (ClusterOptions.IsEnabled(configuration)) ClusterOptions.JudgePort(ClusterOptions.From(configuration));
    }
}
