namespace ProtocolAdvisor.Web.Startup;

/// <summary>The service cannot start like this; the message is one line for the operator.</summary>
internal sealed class StartRefusedException(string message) : Exception(message);
