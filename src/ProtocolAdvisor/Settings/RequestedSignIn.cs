namespace ProtocolAdvisor.Settings;

/// <summary>What the caller told of signing in, as far as settings may know it.</summary>
/// <param name="Name">His user name; null where he named none.</param>
/// <param name="NameIsPresumed">Whether published settings know its form better than he, who gave the address only.</param>
/// <param name="WithToken">Whether he signed in with an OAuth 2.0 access token.</param>
internal sealed record RequestedSignIn(LoginName? Name, bool NameIsPresumed, bool WithToken);
