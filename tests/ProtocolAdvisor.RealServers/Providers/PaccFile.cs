using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ProtocolAdvisor.RealServers;

/// <summary>A domain's configuration for user agents (draft-ietf-mailmaint-pacc). It names hosts only: they are served on the standard ports, with implicit TLS.</summary>
internal sealed record PaccFile(string Domain, string ImapHost, string Pop3Host, string SubmissionHost)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Revision 02 of the draft calls submission smtp, 03 submit; a provider in between publishes both.</summary>
    public string Write() => JsonSerializer.Serialize(
        new
        {
            protocols = new
            {
                imap = new { host = ImapHost },
                pop3 = new { host = Pop3Host },
                smtp = new { host = SubmissionHost },
                submit = new { host = SubmissionHost },
            },
            authentication = new { password = true },
            info = new { provider = new { name = "Mail of " + Domain, shortName = "Mail" } },
        },
        Indented);

    /// <summary>The TXT record's content that vouches for the file: a digest over its very bytes.</summary>
    public static string Digest(string file) => "v=UAAC1; a=sha256; d=" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(file)));
}
