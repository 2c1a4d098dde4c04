namespace ProtocolAdvisor.Reports.Text;

/// <summary>One language's words for what sources say beside mail servers: other ways to the mailbox, and OAuth 2.0.</summary>
internal sealed record BesidePhrases
{
    /// <summary>The heading.</summary>
    public required string OtherWays { get; init; }

    /// <summary>What they are to the reader.</summary>
    public required string OtherWaysHint { get; init; }

    /// <summary>What has no name of its own that is the same in every language.</summary>
    public required string Webmail { get; init; }

    /// <summary>Place: <c>ways</c>.</summary>
    public required string Reachable { get; init; }

    /// <summary>Places: <c>ways</c>, <c>last</c>.</summary>
    public required string Or { get; init; }

    /// <summary>The heading.</summary>
    public required string OAuth { get; init; }

    /// <summary>No password lets anybody in.</summary>
    public required string OAuthOnly { get; init; }

    /// <summary>What kind of mail program can.</summary>
    public required string Programs { get; init; }
    public required string ThunderbirdCan { get; init; }
    public required string ThunderbirdCannot { get; init; }

    /// <summary>How this product can be let in.</summary>
    public required string AccessToken { get; init; }

    public required string Issuer { get; init; }
    public required string Scopes { get; init; }
    public required string AuthorizationUrl { get; init; }
    public required string TokenUrl { get; init; }

    /// <summary>Whose offer it is. Place: <c>source</c>.</summary>
    public required string SaidBy { get; init; }
}
