namespace ProtocolAdvisor.Forecasting;

/// <summary>How far a forecast may be off, from what it rests on.</summary>
/// <param name="line">The line.</param>
/// <param name="box">The mailbox and its server.</param>
internal sealed class Uncertainty(LinkModel line, MailboxShape box)
{
    // The goals of the forecast benchmark, which holds the model against real programs over real lines.
    private const double Model = 0.1;
    private const double ModelOfWideLines = 0.15;
    private const double ModelOfChecks = 0.15;
    private const double WideMbit = 100;

    // A capacity that was measured is within so much of the line's (see the line benchmark).
    private const double Capacity = 0.08;

    // The server was met once, by several probes at a time: the next connection may take it nothing, or twice as long.
    private const double Once = 1;
    private const double BitsPerMsPerMbit = 1000;

    // A sender that fills the line may overshoot it once: what was lost is sent again, and the window grows anew. At 20 Mbit/s and 200 ms a first sync took 1.1 and 1.2 s longer for it.
    private const int RecoveryRoundTrips = 6;

    /// <summary>Milliseconds by which the cost of a task may be off.</summary>
    internal double Of(MailTask task, TaskCost cost)
    {
        var isCheck = task is MailTask.CheckNothingNew or MailTask.CheckNewMail;
        var model = isCheck ? Math.Max(ModelOfChecks * cost.Ms, line.RoundTripMs) : (line.DownMbit >= WideMbit ? ModelOfWideLines : Model) * cost.Ms;
        var transferMs = cost.Bytes * 8 / (line.DownMbit * BitsPerMsPerMbit);
        var share = (line.DownMbitBasis is LinkBasis.Measured or LinkBasis.Told ? Capacity : 0) + (box.Deflate?.Spread ?? 0);
        var recoveryMs = RecoveryRoundTrips * line.RoundTripMs;
        var ownsConnection = task is not (MailTask.OpenLargeMessage or MailTask.OpenOldMessage);

        // Each round trip strays on its own, so strays add up by their squares.
        return model + (share * transferMs) + (task == MailTask.FirstSync && transferMs > recoveryMs ? recoveryMs : 0) + ((box.JitterMs ?? 0) * Math.Sqrt(cost.RoundTrips)) + (ownsConnection ? Once * (box.SignInServerMs + box.ConnectServerMs) : 0);
    }
}
