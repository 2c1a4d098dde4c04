namespace ProtocolAdvisor.Web.Audits.Lists;

/// <summary>One subject of a list.</summary>
/// <param name="Shown">As it is shown: a domain as people write it, an address masked, a server with its scheme or port.</param>
/// <param name="Asked">What is asked, so that two subjects that ask the same have the same: see <see cref="AskedSubject"/>.</param>
/// <param name="Reference">The list's own word for it; null where it has none.</param>
internal sealed record ListedSubject(string Shown, string Asked, string? Reference);
