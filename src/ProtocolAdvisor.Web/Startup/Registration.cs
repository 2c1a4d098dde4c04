using FluentValidation;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Cluster.Limits;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Warming;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Assessments.Notes;
using ProtocolAdvisor.Web.Assessments.Retries;
using ProtocolAdvisor.Web.Discoveries;
using ProtocolAdvisor.Web.Inbound;
using ProtocolAdvisor.Web.Invites;
using ProtocolAdvisor.Web.Recommendations;
using ProtocolAdvisor.Web.Settings;
using ProtocolAdvisor.Web.Startup.Warming;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Telemetry;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Startup;

/// <summary>Registers what the endpoints need.</summary>
internal static class Registration
{
    /// <summary>The library, bound to the configuration.</summary>
    public static void AddAssessor(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddFrom(AssessorSettings.From);
        services.AddSingleton(Assessor);
        services.AddSingleton<ResolverWatch>();
        services.AddSingleton(provider => new AddressPolicy(provider.GetRequiredService<AssessorOptions>().Targets));
    }

    // The limits and the probes of audits are this process's, unless it is one of several.
    private static MailboxAssessor Assessor(IServiceProvider services)
    {
        var (options, clock) = (Telling(services.GetRequiredService<AssessorOptions>(), services.GetRequiredService<ILogger<MailboxAssessor>>()), services.GetRequiredService<TimeProvider>());
        return services.GetService<GateSource>() is { } shared ? new MailboxAssessor(options, clock, shared, services.GetService<AskNode>()) : new MailboxAssessor(options, clock);
    }

    private static AssessorOptions Telling(AssessorOptions options, ILogger log) =>
        options with { Unexpected = log.OwnFault, Catalogue = options.Catalogue with { Unreadable = log.CatalogueUnreadable } };

    /// <summary>Assessments and recommendations over HTTP.</summary>
    public static void AddApi(this IServiceCollection services)
    {
        services.AddCompression();
        services.ConfigureHttpJsonOptions(json => WireJson.Apply(json.SerializerOptions));
        services.AddSingleton<IValidator<AssessmentRequest>, AssessmentRequestValidator>();
        services.AddSingleton<IValidator<Usage>, UsageValidator>();
        services.AddSingleton<IValidator<RecommendationRequest>, RecommendationRequestValidator>();
        services.AddSingleton<IValidator<AnswersRequest>, AnswersRequestValidator>();
        services.AddSingleton<IValidator<DiscoveryRequest>, DiscoveryRequestValidator>();
        services.AddSingleton<IValidator<SettingsRequest>, SettingsRequestValidator>();
        services.AddSingleton<IValidator<NoteRequest>, NoteRequestValidator>();
        services.AddSingleton<IValidator<InviteRequest>, InviteRequestValidator>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<InviteDoor>();
        services.AddSingleton<ProfileSigner>();
        services.AddSingleton<AssessmentRunner>();
        services.AddSingleton<AssessmentQueue>();
        services.AddFrom(AssessorSettings.SignIns);
        services.TryAddSingleton<FailureCounts, LocalFailureCounts>();
        services.AddSingleton<SignInGuard>();
        services.AddSingleton(provider => new RetryTurns(provider.GetService<GateSource>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<RetryLedger>();
        services.AddSingleton<Admission>();
    }

    /// <summary>Keys and limits.</summary>
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddFrom(AccessOptions.From);
        services.AddSingleton(provider =>
            AnonymousAccess.From(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<AccessOptions>()));
        services.AddFrom(KnownProxies.From);
        services.AddFrom(configuration => FileBudget.For(LoadLimits.From(configuration).ConcurrentAssessments));
        services.AddFrom(configuration => LoadLimits.From(configuration).Within(FileBudget.For(LoadLimits.From(configuration).ConcurrentAssessments)));
        services.AddSingleton<InboundConnections>();
        services.AddSingleton<OwnKey>();
        services.TryAddSingleton<KeyQuotas, LocalKeyQuotas>();
        services.TryAddSingleton<WrongKeyCounts, LocalWrongKeyCounts>();
        services.AddSingleton<KeyGuesses>();
        services.AddSingleton<AccessJudge>();
        services.AddSingleton<Ownership>();
        services.AddCors();
        services.AddSingleton<KeyCookie>();

        // Made at the first sign-in: most installations have no keys, and need no seal.
        services.AddSingleton(provider => new Lazy<IDataProtectionProvider>(() => provider.GetRequiredService<DatabaseMake>().Seals));
    }

    /// <summary>Readiness, and the warm-up before it.</summary>
    public static void AddStartup(this IServiceCollection services)
    {
        services.TryAddSingleton<Readiness>();
        services.AddSingleton<WarmAssessment>();
        services.AddSingleton<WarmDiscovery>();
        services.AddSingleton<WarmRequests>();
        services.AddHostedService<WarmUp>();
        services.AddHostedService<GivingBack>();
        services.AddSingleton<Drain>();
        services.AddHostedService(provider => provider.GetRequiredService<Drain>());
        services.AddOptions<HostOptions>().Configure<LoadLimits>((host, limits) => host.ShutdownTimeout = limits.ShutdownTime + Drain.Farewell);
    }

    private static void AddFrom<T>(this IServiceCollection services, Func<IConfiguration, T> read)
        where T : class => services.AddSingleton(provider => read(provider.GetRequiredService<IConfiguration>()));
}
