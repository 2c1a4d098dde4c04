using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Measurement;

/// <summary>Measures a maildrop over POP3: counts, sizes and policies first, then the samples. What is known is told after each step.</summary>
internal sealed class MaildropMeter(AssessmentLimits limits)
{
    private const double Median = 0.5;
    private const double Large = 0.95;
    private static readonly TimeSpan SurveyLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SampleLimit = TimeSpan.FromSeconds(20);

    private readonly SampleSeries _samples = new(limits);

    /// <summary>Measures; <paramref name="learned"/> is called with ever more complete results.</summary>
    internal async Task MeasureAsync(Pop3Session session, CapabilitySet capabilities, StepRecorder steps, Action<Pop3Maildrop> learned)
    {
        var maildrop = MaildropPolicy.Of(capabilities);
        IReadOnlyList<long>? sizes = null;
        var surveyed = await steps.RunAsync(MailStep.OpenMailbox, SurveyLimit, async token =>
        {
            var lists = await session.ListAsync((messages, bytes) => learned(maildrop = maildrop with { Messages = messages, Bytes = bytes }), token);
            sizes = lists.Sizes;
            learned(maildrop = With(maildrop with { Uidl = lists.Uidl }, sizes));
            return session.TakeRoundTrips();
        });

        // TOP leaves no trace; RETR may (Dovecot marks the message as read), and EXPIRE 0 may delete whatever was fetched.
        if (!surveyed || limits.Samples == 0 || sizes is null || maildrop.Top != true || maildrop.ExpiresOnRetrieval == true) return;
        await steps.RunAsync(MailStep.Measure, SampleLimit, async token =>
        {
            learned(maildrop with { Fetch = await _samples.TakeAsync(session, [.. sizes.Select((size, i) => new MessageSize(i, size, null))], token) });
            return session.TakeRoundTrips();
        });
    }

    private static Pop3Maildrop With(Pop3Maildrop maildrop, IReadOnlyList<long>? sizes)
    {
        if (sizes is not { Count: > 0 }) return maildrop;
        double[] sorted = [.. sizes.Order()];
        return maildrop with
        {
            LargestMessageBytes = (long)sorted[^1],
            MedianMessageBytes = (long)LatencySummary.Percentile(sorted, Median),
            LargeMessageBytes = (long)LatencySummary.Percentile(sorted, Large),
        };
    }
}
