namespace ProtocolAdvisor.Reports;

/// <summary>How a run was to be made, so that it can be made anew in the same way.</summary>
/// <param name="Limits">Its bounds, as they were asked for: a wait before it began took nothing from them.</param>
/// <param name="MaySendAddress">Whether the address's local part might be sent to web servers that publish settings.</param>
public sealed record RunOptions(AssessmentLimits Limits, bool MaySendAddress)
{
    /// <summary>What a subject says of it.</summary>
    public static RunOptions Of(AssessmentSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return new(subject.Limits, subject.MaySendAddress);
    }
}
