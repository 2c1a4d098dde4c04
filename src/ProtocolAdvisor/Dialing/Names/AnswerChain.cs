using DnsClient;
using DnsClient.Protocol;

namespace ProtocolAdvisor.Dialing.Names;

/// <summary>
/// Which records of a reply answer the question (RFC 5452 §9.1): those of the asked name, and of the names to which its aliases lead. What
/// a reply says of any other name is not believed: otherwise one forged record could name another operator's server.
/// </summary>
internal static class AnswerChain
{
    /// <summary>Whether the reply is one to this question: it repeats it, and does not answer for other names only.</summary>
    internal static bool IsTo(ResolverQuestion question, IDnsQueryResponse reply) =>
        reply.Questions is [var asked] && asked.QuestionClass == QueryClass.IN && asked.QuestionType == question.Type && Same(asked.QueryName, question.Name)
        && (!reply.Answers.Any(record => IsOf(record, question)) || RecordsOf(question, reply).Any());

    /// <summary>The records of the asked type, wherever a chain of aliases ends.</summary>
    internal static IEnumerable<DnsResourceRecord> RecordsOf(ResolverQuestion question, IDnsQueryResponse reply)
    {
        var names = NamesOf(question, reply);
        return reply.Answers.Where(record => IsOf(record, question) && names.Contains(Bare(record.DomainName)));
    }

    // Replies hold their aliases in any order.
    private static HashSet<string> NamesOf(ResolverQuestion question, IDnsQueryResponse reply)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { question.Name };
        var aliases = reply.Answers.OfType<CNameRecord>().ToList();
        while (aliases.Find(alias => names.Contains(Bare(alias.DomainName))) is { } next)
        {
            names.Add(Bare(next.CanonicalName));
            aliases.Remove(next);
        }

        return names;
    }

    private static bool IsOf(DnsResourceRecord record, ResolverQuestion question) => (int)record.RecordType == (int)question.Type && record.RecordClass == QueryClass.IN;

    private static bool Same(DnsString name, string asked) => Bare(name).Equals(asked, StringComparison.OrdinalIgnoreCase);

    // As it was on the wire: its other form has U-labels, and only in some replies.
    private static string Bare(DnsString name) => name.Original.TrimEnd('.');
}
