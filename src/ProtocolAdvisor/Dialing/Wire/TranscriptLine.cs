using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing.Wire;

/// <summary>One line of what was said on a connection, fit to be shown: without secrets and private names, cut and escaped.</summary>
/// <param name="From">Who said it.</param>
/// <param name="Ms">Milliseconds since the connection was established.</param>
/// <param name="Text">The line, without its end; <c>•••</c> stands for what is not shown. Empty where lines were left out.</param>
/// <param name="LeftOut">How many lines were left out at this place; 0 for a line that is there.</param>
public sealed record TranscriptLine(
    Speaker From, double Ms, string Text, [property: NotSent, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int LeftOut = 0);

/// <summary>Who said a line.</summary>
[JsonConverter(typeof(CamelCase<Speaker>))]
public enum Speaker
{
    /// <summary>We.</summary>
    Client,

    /// <summary>The server.</summary>
    Server,

    /// <summary>Nobody: a remark of ours on what happened on the connection.</summary>
    Note,
}
