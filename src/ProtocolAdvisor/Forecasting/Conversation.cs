using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Forecasting;

/// <summary>One connection's time as it passes: questions, answers, and what is waited for in between.</summary>
/// <param name="line">The line.</param>
/// <param name="serverMs">What the server takes for an answer.</param>
internal struct Conversation(LinkModel line, double serverMs)
{
    // A client that does not ask for more acknowledges a lone piece after so long (Linux: TCP_DELACK_MIN; others wait longer).
    private const double DelayedAckMs = 40;

    // What fits one segment is never held back.
    private const double Segment = 1448;

    // OpenSSL servers write records of some 4 KiB (Dovecot: 1.005 to 1.006 times the text, counted); each adds 22 bytes with TLS 1.3.
    private const double TlsShare = 1.0055;

    private TcpSender _sender = new(line.RoundTripMs, line.DownMbit);
    private double _ms;
    private double _bytes;
    private long _roundTrips;

    /// <summary>What it has cost so far.</summary>
    internal readonly TaskCost Cost => new(_ms, _roundTrips, (long)Math.Round(TcpSender.OnTheWire(_bytes)));

    /// <summary>Round trips that cost the server nothing worth counting, or what is counted apart.</summary>
    internal void Wait(long roundTrips)
    {
        _ms += roundTrips * line.RoundTripMs;
        _roundTrips += roundTrips;
    }

    /// <summary>Questions with short answers, each waited for.</summary>
    internal void Ask(long questions)
    {
        Wait(questions);
        Spend(questions * serverMs);
    }

    /// <summary>One question, and its answer of so many bytes of text.</summary>
    internal void Fetch(double bytes)
    {
        Ask(1);
        _ms += _sender.Transfer(bytes * TlsShare);
        _bytes += bytes * TlsShare;
    }

    /// <summary>Answers whose end waits at the server until the client has acknowledged the rest.</summary>
    internal void WaitHeldBack(int answers)
    {
        Wait(answers);
        Spend(answers * DelayedAckMs);
    }

    /// <summary>The same for the answer to one <see cref="Fetch"/>, where the server does so and the answer is long enough.</summary>
    internal void FetchHeldBack(double bytes, bool held)
    {
        Fetch(bytes);
        if (held && bytes > Segment) WaitHeldBack(1);
    }

    /// <summary>Time that passes with nothing on the line.</summary>
    internal void Spend(double ms) => _ms += ms;

    /// <summary>Whether the window is as wide as it was: what was done since then would cost the same again.</summary>
    internal readonly bool IsAsOpenAs(Conversation before) => _sender.Window == before._sender.Window;

    /// <summary>The same as was done since <paramref name="before"/>, so many times more; the window must be as wide as it was then.</summary>
    internal void Repeat(Conversation before, long times)
    {
        _ms += times * (_ms - before._ms);
        _bytes += times * (_bytes - before._bytes);
        _roundTrips += times * (_roundTrips - before._roundTrips);
    }
}

/// <summary>What one task costs over one protocol.</summary>
/// <param name="Ms">Milliseconds.</param>
/// <param name="RoundTrips">Questions that are waited for.</param>
/// <param name="Bytes">Bytes on the wire towards the user.</param>
public readonly record struct TaskCost(double Ms, long RoundTrips, long Bytes);
