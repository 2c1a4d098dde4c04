using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Measurement;

/// <summary>Measures a maildrop over POP3: counts, sizes and policies first, then the samples. What is known is told after each step.</summary>
internal sealed class MaildropMeter(SampleLimits limits)
{
    private const double Median = 0.5;
    private const double Large = 0.95;
    private static readonly TimeSpan SurveyLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SampleLimit = TimeSpan.FromSeconds(20);

    private readonly SampleSeries _samples = new(limits);

    /// <summary>Measures; <paramref name="opened"/> is called once the maildrop is open and surveyed, <paramref name="learned"/> with ever more complete results.</summary>
    internal async Task MeasureAsync(Pop3Session session, CapabilitySet capabilities, StepRecorder steps, Action opened, Action<Pop3Maildrop> learned)
    {
        Pop3Maildrop maildrop = new();
        MaildropSurvey? survey = null;
        void Tell(Pop3Maildrop more) => learned(maildrop = more);
        var surveyed = await steps.RunAsync(MailStep.OpenMailbox, SurveyLimit, async token =>
        {
            await session.SurveyAsync(told => Tell(Of(capabilities, survey = told)), token);
            return session.TakeRoundTrips();
        });

        if (surveyed) opened();

        // TOP leaves no trace; RETR may (Dovecot marks the message as read), and EXPIRE 0 may delete whatever was fetched. Where nobody listed TOP, it is tried.
        var messages = survey?.Listing?.Sizes ?? [];
        if (!surveyed || limits.Samples == 0 || messages.Count == 0 || maildrop.Top == false || MaildropPolicy.MayDelete(survey!.Capabilities ?? capabilities)) return;
        await steps.RunAsync(MailStep.Measure, SampleLimit, async token =>
        {
            Tell(With(await _samples.TakeAsync(session, messages, token), session.Refused, maildrop));
            session.DemandNotHeldOff();
            return session.TakeRoundTrips();
        });
    }

    // Where TOP was only tried and nothing came, the server has no TOP: no message is to blame.
    private static Pop3Maildrop With(LatencySummary? fetch, int refused, Pop3Maildrop maildrop) => maildrop with
    {
        Fetch = fetch,
        Unreadable = fetch is null && maildrop.Top is null ? 0 : refused,
        Top = fetch is not null ? true : refused > 0 ? false : maildrop.Top,
    };

    private static Pop3Maildrop Of(CapabilitySet before, MaildropSurvey survey)
    {
        var counts = MaildropCounts.Of(survey);
        var maildrop = MaildropPolicy.Of(before, survey.Capabilities);
        return With(survey.Listing?.Sizes, maildrop with
        {
            Messages = counts.Provable,
            Bytes = counts.ProvableBytes,
            Counts = counts,
            Uidl = Uidl(survey.Ids, counts.Provable, maildrop.Uidl),
        });
    }

    // Only an answer makes it certain. That some messages have no id is a contradiction of the counts, no proof that UIDL is missing.
    private static bool? Uidl(UniqueIdListing? ids, long messages, bool? announced) => ids switch
    {
        null => announced,
        { Refused: true } => messages == 0 ? announced : false,
        _ when messages == 0 => true,
        { TellsApart: false } => false,
        _ => ids.Messages >= messages ? true : null,
    };

    private static Pop3Maildrop With(IReadOnlyList<MessageSize>? messages, Pop3Maildrop maildrop)
    {
        if (messages is not { Count: > 0 }) return maildrop;
        double[] sorted = [.. messages.Select(x => (double)x.Bytes).Order()];
        return maildrop with
        {
            LargestMessageBytes = (long)sorted[^1],
            MedianMessageBytes = (long)LatencySummary.Percentile(sorted, Median),
            LargeMessageBytes = (long)LatencySummary.Percentile(sorted, Large),
        };
    }
}
