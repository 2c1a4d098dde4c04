using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Running;

/// <summary>What every part of one run needs.</summary>
/// <param name="Subject">What is looked at.</param>
/// <param name="Board">Where results come together.</param>
/// <param name="Deadline">The run's time.</param>
/// <param name="MaySignIn">Asked before credentials go to an endpoint.</param>
/// <param name="Unexpected">Told of exceptions that are our own fault.</param>
internal sealed record RunContext(AssessmentSubject Subject, FactBoard Board, Deadline Deadline, MaySignIn MaySignIn, Action<Exception>? Unexpected)
{
    /// <summary>Its connections that are being left.</summary>
    internal Departures Departures { get; } = new();

    /// <summary>The clock of the run.</summary>
    internal TimeProvider Clock => Deadline.Clock;
}

/// <summary>Asked once before credentials go to an endpoint: whoever counts failed sign-ins may say no.</summary>
/// <param name="endpoint">Where they would go.</param>
/// <param name="username">For whom.</param>
/// <param name="address">The address that the connection leads to: one machine may have many names.</param>
/// <returns>False withholds them.</returns>
public delegate bool MaySignIn(MailEndpoint endpoint, string username, string address);
