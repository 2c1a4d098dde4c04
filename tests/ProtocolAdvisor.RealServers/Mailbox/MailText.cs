using System.Globalization;
using System.Text;

namespace ProtocolAdvisor.RealServers;

/// <summary>Writes messages like people's: trace headers, threads, plain and HTML text, attachments.</summary>
internal sealed class MailText(Random random, string owner, MailSizes sizes)
{
    private static readonly string[] Words = ("the of and to in for is on that by this with you it not or be are from at as your all have new more an was we will "
        + "can us about if page my has search free but our one other do no information time they site up may what which their news use any there see only so "
        + "his when contact here business who web also now help get view online first been would how were some these its like than price date back top people "
        + "invoice quarter budget meeting schedule draft contract delivery customer figures attached minutes agenda").Split(' ');

    private static readonly string[] People = ["Anna Adler", "Ben Brandt", "Clara Costa", "David Dubois", "Elena Eriksson", "Farid Fischer", "Grace Garcia", "Kaori Ito"];
    private static readonly string[] Subjects = ["Invoice {0}", "Minutes of {1} meeting", "Re: {1} {2}", "Your order #{0} has shipped", "Fwd: {1} {2}", "Lunch?", "[ticket {0}] {1}"];
    private static readonly string[] Files = ["report.pdf", "figures.xlsx", "letter.docx", "photo.jpg", "archive.zip"];
    private readonly List<string> thread = [];

    public byte[] Write(DateTimeOffset when, bool own)
    {
        var mark = "=_" + random.NextInt64().ToString("x", CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        WriteHead(text, when, own);
        var size = Math.Clamp(LogNormal(sizes.TextKilobytes, sizes.TextSpread) - text.Length, 300, 400 * 1024);
        if (random.NextDouble() < sizes.WithAttachment)
        {
            text.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=\"{mark}m\"\n\n--{mark}m\n");
            WriteBody(text, mark, size);
            WriteFiles(text, mark);
        }
        else
        {
            WriteBody(text, mark, size);
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private void WriteHead(StringBuilder text, DateTimeOffset when, bool own)
    {
        var date = when.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000";
        var (me, other) = ($"<{owner}>", Person());
        if (!own)
        {
            text.Append(CultureInfo.InvariantCulture, $"Return-Path: {other[other.IndexOf('<', StringComparison.Ordinal)..]}\n");
            for (var hop = random.Next(2, 5); hop > 0; hop--)
            {
                text.Append(CultureInfo.InvariantCulture, $"Received: from mx{hop}.example.com (mx{hop}.example.com [203.0.113.{random.Next(1, 255)}])\n");
                text.Append(CultureInfo.InvariantCulture, $"\tby in{hop}.example.net with ESMTPS id {random.NextInt64():X}\n\tfor {me}; {date}\n");
            }
        }
        var id = $"<{random.NextInt64():x}@mail.example.com>";
        text.Append(CultureInfo.InvariantCulture, $"From: {(own ? me : other)}\nTo: {(own ? other : me)}\nSubject: {Subject()}\nDate: {date}\nMessage-ID: {id}\nMIME-Version: 1.0\n");
        if (thread.Count > 0 && random.NextDouble() < 0.4)
            text.Append(CultureInfo.InvariantCulture, $"In-Reply-To: {thread[random.Next(Math.Max(0, thread.Count - 20), thread.Count)]}\n");
        thread.Add(id);
    }

    private void WriteBody(StringBuilder text, string mark, double size)
    {
        if (size < 2500)
        {
            text.Append("Content-Type: text/plain; charset=UTF-8\n\n");
            WriteProse(text, size, "");
            return;
        }
        text.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/alternative; boundary=\"{mark}a\"\n\n--{mark}a\nContent-Type: text/plain; charset=UTF-8\n\n");
        WriteProse(text, size * 0.3, "");
        text.Append(CultureInfo.InvariantCulture, $"\n--{mark}a\nContent-Type: text/html; charset=UTF-8\n\n<html><body>\n");
        WriteProse(text, size * 0.7, "<p style=\"margin:0 0 12px 0\">");
        text.Append(CultureInfo.InvariantCulture, $"</body></html>\n\n--{mark}a--\n");
    }

    private void WriteProse(StringBuilder text, double size, string before)
    {
        for (var end = text.Length + size; text.Length < end; text.Append('\n'))
        {
            text.Append(before);
            for (var line = text.Length; text.Length < line + 60; text.Append(' '))
                text.Append(Pick(Words));
        }
    }

    private void WriteFiles(StringBuilder text, string mark)
    {
        var total = Math.Min(LogNormal(sizes.AttachmentKilobytes, sizes.AttachmentSpread), sizes.LargestMegabytes * 1048576.0);
        var count = random.Next(5) < 3 ? 1 : random.Next(2, 4);
        for (var i = 0; i < count; i++)
        {
            var bytes = new byte[(int)(total / count * 0.74)];
            random.NextBytes(bytes);
            text.Append(CultureInfo.InvariantCulture, $"\n--{mark}m\nContent-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n");
            text.Append(CultureInfo.InvariantCulture, $"Content-Disposition: attachment; filename=\"{Pick(Files)}\"\n\n");
            text.Append(Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks).Replace("\r", "", StringComparison.Ordinal));
        }
        text.Append(CultureInfo.InvariantCulture, $"\n--{mark}m--\n");
    }

    private string Subject() => string.Format(CultureInfo.InvariantCulture, Pick(Subjects), random.Next(10000, 99999), Pick(Words), Pick(Words));

    private string Person()
    {
        var name = Pick(People);
        return $"{name} <{name.ToLowerInvariant().Replace(' ', '.')}@example.org>";
    }

    /// <summary>Bytes, log-normal around a median in kilobytes (Box-Muller).</summary>
    private double LogNormal(double medianKilobytes, double spread) => medianKilobytes * 1024
        * Math.Exp(spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
