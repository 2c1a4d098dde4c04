using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor;

/// <summary>Asked once before credentials go to an endpoint: whoever counts failed sign-ins may say no.</summary>
/// <param name="endpoint">Where they would go.</param>
/// <param name="username">For whom.</param>
/// <returns>False withholds them.</returns>
public delegate bool MaySignIn(MailEndpoint endpoint, string username);
