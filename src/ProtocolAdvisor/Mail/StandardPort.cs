namespace ProtocolAdvisor.Mail;

/// <summary>The standard ports of reading and handing in mail (IANA service names; RFC 8314 §7).</summary>
public static class StandardPort
{
    /// <summary>Mail from server to server (RFC 5321): never a submission port.</summary>
    public const int Relay = 25;

    /// <summary>POP3, upgraded by STLS.</summary>
    public const int Pop3 = 110;

    /// <summary>IMAP, upgraded by STARTTLS.</summary>
    public const int Imap = 143;

    /// <summary>Message submission, upgraded by STARTTLS.</summary>
    public const int Submission = 587;

    /// <summary>Message submission over implicit TLS.</summary>
    public const int Submissions = 465;

    /// <summary>IMAP over implicit TLS.</summary>
    public const int Imaps = 993;

    /// <summary>POP3 over implicit TLS.</summary>
    public const int Pop3s = 995;
}
