namespace ProtocolAdvisor.ScriptedServers;

/// <summary>One line that a client sent, and whether it travelled inside TLS.</summary>
public sealed record ReceivedLine(string Text, bool Encrypted)
{
    public override string ToString() => Text;
}
