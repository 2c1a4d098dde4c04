using System.Text;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>What a client gave to prove who it is, by whichever mechanism.</summary>
internal sealed record SaslAnswer(string Username, string Proof)
{
    public static SaslAnswer FromPair(IReadOnlyList<string> words) => new(words.ElementAtOrDefault(0) ?? "", words.ElementAtOrDefault(1) ?? "");

    public bool IsRight(MailScript script) =>
        Username == script.Username && (Proof == script.Password || (script.AccessToken is not null && Proof == script.AccessToken));

    /// <summary>Asks for what the mechanism still needs; null where the client leaves or gives up with "*".</summary>
    /// <param name="prompt">What stands before a challenge: "+ " in IMAP and POP3, "334 " in SMTP.</param>
    public static async Task<SaslAnswer?> AskAsync(ScriptedConnection connection, string mechanism, string? initial, string prompt = "+ ")
    {
        if (mechanism.Equals("LOGIN", StringComparison.OrdinalIgnoreCase))
        {
            var name = initial ?? await ChallengeAsync(connection, prompt + "VXNlcm5hbWU6");
            return name is not null && await ChallengeAsync(connection, prompt + "UGFzc3dvcmQ6") is { } password
                ? new(Decode(name), Decode(password))
                : null;
        }
        var whole = initial ?? await ChallengeAsync(connection, prompt);
        return whole is null ? null : Parse(mechanism, Decode(whole));
    }

    private static async Task<string?> ChallengeAsync(ScriptedConnection connection, string challenge)
    {
        await connection.WriteLineAsync(challenge);
        return await connection.ReadLineAsync() is { } line and not "*" ? line : null;
    }

    private static SaslAnswer Parse(string mechanism, string text)
    {
        if (mechanism.Equals("PLAIN", StringComparison.OrdinalIgnoreCase))
        {
            var parts = text.Split('\0');
            return FromPair([.. parts.Skip(1)]);
        }
        // XOAUTH2: user=NAME^Aauth=Bearer TOKEN^A^A. OAUTHBEARER: n,a=NAME,^Ahost=…^Aauth=Bearer TOKEN^A^A.
        var fields = text.Split('\u0001');
        var name = fields[0].StartsWith("user=", StringComparison.Ordinal) ? fields[0][5..] : fields[0].Split(',').ElementAtOrDefault(1)?[2..];
        var token = fields.FirstOrDefault(f => f.StartsWith("auth=Bearer ", StringComparison.Ordinal))?[12..];
        return new(name ?? "", token ?? "");
    }

    private static string Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : "";
    }
}
