using System.Globalization;

namespace ProtocolAdvisor.RealServers;

/// <summary>A mail provider to try ProtocolAdvisor on, and the service beside it: on loopback, for as long as this lives.</summary>
internal sealed class Demo : IAsyncDisposable
{
    public const string User = "jane@example.com";

    private readonly ProviderPark park;

    private Demo(ProviderPark park) => this.park = park;

    /// <summary>What the mailbox holds.</summary>
    public MailboxContent Content { get; private set; } = null!;

    public AdvisorProcess Advisor { get; private set; } = null!;

    /// <summary>How the product reaches the provider.</summary>
    public DemoWay Way { get; private set; } = null!;

    /// <summary>Starts everything and waits until the service is ready.</summary>
    public static async Task<Demo> StartAsync()
    {
        var demo = new Demo(await ProviderPark.StartAsync(DemoProvider.Setup(), DemoProvider.Provider(PostfixServer.Available)));
        try
        {
            demo.Content = await demo.park.Mail.FillAsync(User, new MailboxPlan { Messages = 300, Sizes = MailSizes.Office });
            demo.Way = new DemoWay(demo.park);
            demo.Advisor = await AdvisorProcess.StartAsync(demo.park.Authority, demo.Way);
            return demo;
        }
        catch
        {
            await demo.DisposeAsync();
            throw;
        }
    }

    private string Omission => park.Submission is null ? " Sending is left out. " + PostfixServer.Missing : "";

    /// <summary>What to open, to type and to paste.</summary>
    public string Told() => $$"""
        ProtocolAdvisor runs beside a mail provider of its own, which only this machine can reach.
        {{User}} has {{Content.Messages}} messages there, {{Size}} in {{Content.Folders.Count}} folders.{{Omission}}

            page       {{Advisor.Address}}
            address    {{User}}
            password   {{DemoProvider.Password}}

        The same over HTTP, to paste into another terminal. On one machine every way is short; "link" asks for the
        forecast of a line like those at home:

        curl -s {{Advisor.Address}}/v1/assessments -H 'Content-Type: application/json' -d '{
          "email": "{{User}}",
          "credentials": { "password": "{{DemoProvider.Password}}" },
          "usage": { "devices": 2, "people": 1, "webmail": true, "newMessagesPerDay": 20,
                     "link": { "roundTripMs": {{DemoProvider.RoundTripMs}}, "downMbit": {{DemoProvider.DownMbit}} } }
        }'

        And in the terminal, without the service:

        echo {{DemoProvider.Password}} | dotnet {{AdvisorProcess.Program("ProtocolAdvisor.Cli")}} assess {{User}} --password-stdin \
            --devices 2 --people 1 --webmail --new-messages-per-day 20 \
            --round-trip-ms {{DemoProvider.RoundTripMs}} --down-mbit {{DemoProvider.DownMbit}} \
            {{Way.InTerminal(Advisor.RootFile)}}

        Ctrl-C ends everything and deletes it.
        """;

    private string Size => string.Create(CultureInfo.InvariantCulture, $"{Content.Bytes / 1e6:F1} MB");

    public async ValueTask DisposeAsync()
    {
        if (Advisor is not null)
            await Advisor.DisposeAsync();
        await park.DisposeAsync();
    }
}
