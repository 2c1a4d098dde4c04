namespace ProtocolAdvisor.Cli;

/// <summary>Something that was said is wrong, and nothing was tried. Its message is a sentence of ours for the user; what he typed is not in it.</summary>
internal sealed class WrongUsageException(string message) : Exception(message);
