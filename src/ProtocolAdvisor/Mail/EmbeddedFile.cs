namespace ProtocolAdvisor.Mail;

/// <summary>Data that ships inside the library.</summary>
internal static class EmbeddedFile
{
    /// <summary>A file's bytes.</summary>
    /// <param name="name">Its logical name in the project file.</param>
    /// <exception cref="InvalidOperationException">No such file is embedded.</exception>
    internal static byte[] Read(string name)
    {
        using var stream = typeof(EmbeddedFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
