namespace ProtocolAdvisor.Benchmarks;

/// <summary>Something that is measured against a goal, in a fresh process on the client's side of the lab.</summary>
internal interface IBenchmark
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    /// <summary>The servers at which it runs.</summary>
    IReadOnlyList<FarServer> Servers => [FarServer.Dovecot];

    /// <summary>The lines on which it runs, one process each.</summary>
    IReadOnlyList<Line> Lines { get; }

    /// <summary>The lines on which it runs at one of its servers.</summary>
    IReadOnlyList<Line> LinesTo(FarServer server) => Lines;

    /// <summary>Whether a Postfix has to stand beside the Dovecot.</summary>
    bool NeedsPostfix => false;

    /// <summary>The line on which it runs before all others, whichever of them are chosen; null where each stands alone.</summary>
    Line? PreparesOn => null;

    /// <summary>Measures.</summary>
    Task<IReadOnlyList<Outcome>> RunAsync(FarSide server, CancellationToken cancellationToken);
}
