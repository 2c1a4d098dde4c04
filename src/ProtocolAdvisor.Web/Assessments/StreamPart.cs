namespace ProtocolAdvisor.Web.Assessments;

/// <summary>A part of a streamed answer, written as soon as it is there.</summary>
internal abstract record StreamPart
{
    /// <summary>Writes it.</summary>
    public abstract Task WriteAsync(HttpResponse response, CancellationToken cancellationToken);
}
