using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Forecasting;

/// <summary>What people wait for.</summary>
[JsonConverter(typeof(CamelCase<MailTask>))]
public enum MailTask
{
    /// <summary>Every message of every folder (POP3: of the Inbox) fetched for the first time.</summary>
    FirstSync,

    /// <summary>The newest 50 messages listed.</summary>
    FirstUsable,

    /// <summary>Looked, and nothing was new.</summary>
    CheckNothingNew,

    /// <summary>Looked, and a day's new messages fetched.</summary>
    CheckNewMail,

    /// <summary>A large message opened: the 95th percentile.</summary>
    OpenLargeMessage,

    /// <summary>A message of usual size opened: the median.</summary>
    OpenOldMessage,
}

/// <summary>What a figure of a forecast rests on.</summary>
[JsonConverter(typeof(CamelCase<ForecastBasis>))]
public enum ForecastBasis
{
    /// <summary>Every fact that it needs was measured or told; the model does the rest.</summary>
    Modelled,

    /// <summary>Something that it needs is not known, and the usual was put in its place.</summary>
    Assumed,
}
