using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>A subject's run as an audit keeps it, compressed: there are a hundred thousand of them.</summary>
internal static class PackedRun
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The run as UTF-8 JSON, compressed by Brotli.</summary>
    public static byte[] Of(AssessedRun run)
    {
        using var kept = new MemoryStream();
        using (var packing = new BrotliStream(kept, CompressionLevel.Fastest, leaveOpen: true)) JsonSerializer.Serialize(packing, run, Json);
        return kept.ToArray();
    }

    /// <summary>A kept run; null where another version kept it in a form that this one cannot read.</summary>
    public static AssessedRun? Read(byte[] kept)
    {
        try
        {
            using var packed = new BrotliStream(new MemoryStream(kept), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<AssessedRun>(packed, Json);
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException)
        {
            return null;
        }
    }
}
