namespace ProtocolAdvisor.Benchmarks.Audits;

/// <summary>What the world's servers have seen of whoever audits them.</summary>
internal sealed record WorldCounts
{
    /// <summary>Conversations with mail servers that were probes: they came to a word and asked for no user.</summary>
    public int Probes { get; init; }

    /// <summary>The different endpoints among them.</summary>
    public int Endpoints { get; init; }

    /// <summary>All connections to mail servers.</summary>
    public int Connections { get; init; }

    /// <summary>The most at one address at the same time.</summary>
    public int MostAtOneAddress { get; init; }

    /// <summary>Requests to web sites.</summary>
    public long Requests { get; init; }

    /// <summary>Questions to the name server.</summary>
    public long Questions { get; init; }
}

/// <summary>Where the world is.</summary>
/// <param name="Dns">The name server.</param>
/// <param name="HttpsPort">The web sites' port for https.</param>
/// <param name="HttpPort">The same for http.</param>
/// <param name="Root">The PEM file of the authority to be trusted.</param>
internal sealed record WorldPlaces(string Dns, int HttpsPort, int HttpPort, string Root);
