using Microsoft.AspNetCore.Http.Features;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>When a request's head had arrived.</summary>
/// <param name="Timestamp">The clock's timestamp.</param>
internal sealed record Arrival(long Timestamp)
{
    /// <summary>The request's arrival.</summary>
    public static Arrival Of(HttpContext http) => http.Features.GetRequiredFeature<Arrival>();

    /// <summary>The time since.</summary>
    public TimeSpan Elapsed(TimeProvider clock) => clock.GetElapsedTime(Timestamp);
}

/// <summary>Notes arrivals.</summary>
internal static class Arrivals
{
    /// <summary>Notes every request's, before anything else is done with it.</summary>
    public static void UseArrivals(this WebApplication app)
    {
        var clock = app.Services.GetRequiredService<TimeProvider>();
        app.Use((http, next) =>
        {
            http.Features.Set(new Arrival(clock.GetTimestamp()));
            return next(http);
        });
    }
}
