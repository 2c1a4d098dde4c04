using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Settings;

/// <summary>What is known of a server that people are told to enter; the better, the earlier.</summary>
[JsonConverter(typeof(CamelCase<ServerState>))]
public enum ServerState
{
    /// <summary>It was spoken to over TLS, and it accepted the sign-in.</summary>
    Tested,

    /// <summary>It was spoken to over TLS; whether it accepts the sign-in is not known.</summary>
    SignInNotTested,

    /// <summary>Nobody has connected to it.</summary>
    NotTested,

    /// <summary>It refused the sign-in.</summary>
    SignInRefused,

    /// <summary>It was tried, and cannot be used.</summary>
    DoesNotWork,
}

/// <summary>Reads a server's state out of a run's facts.</summary>
internal static class ServerStates
{
    /// <summary>The state of a server; what we could not look at is not tested.</summary>
    /// <param name="facts">What was learned of it; null where nobody has tried it.</param>
    public static ServerState Of(EndpointFacts? facts) => facts switch
    {
        null => ServerState.NotTested,
        { IsAccepted: true } => ServerState.Tested,
        { Probe.Usable: true } when facts.SignIn.Outcome == SignInOutcome.Rejected || facts.SecondThought is not null => ServerState.SignInRefused,
        { Probe.Usable: true } => ServerState.SignInNotTested,
        _ => Unexamined.Is(facts) ? ServerState.NotTested : ServerState.DoesNotWork,
    };
}
