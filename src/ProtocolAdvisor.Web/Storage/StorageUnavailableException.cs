using System.Diagnostics.CodeAnalysis;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>The database cannot be used now, by no fault of a request's or of our code: another process holds it, the disk is full or gone, the file is no longer ours, the server is away.</summary>
/// <param name="reason">Why, in one line.</param>
/// <param name="cause">What was thrown.</param>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Thrown with a reason only.")]
internal sealed class StorageUnavailableException(string reason, Exception? cause = null) : Exception(reason, cause);
