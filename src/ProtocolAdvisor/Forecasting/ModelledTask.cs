namespace ProtocolAdvisor.Forecasting;

/// <summary>One task over one protocol, as the model has it.</summary>
/// <param name="Cost">What it costs.</param>
/// <param name="Known">Whether all that it needs is known.</param>
/// <param name="OffMs">How far reality may be off, in milliseconds.</param>
internal sealed record ModelledTask(TaskCost Cost, bool Known, double OffMs)
{
    /// <summary>The same as a share of the time; null where nothing is waited for.</summary>
    internal double? Spread => Cost.Ms > 0 ? OffMs / Cost.Ms : null;
}
