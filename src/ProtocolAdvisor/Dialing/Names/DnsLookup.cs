using System.Net;
using DnsClient;
using DnsClient.Protocol;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing.Names;

/// <summary>
/// The one place that talks DNS. Identical questions that are asked at the same time are sent once, and answers are kept for as long as
/// they say, at most a minute. The records are handed on unchanged: who uses a name parses it first, because it may be invalid.
/// </summary>
internal sealed class DnsLookup : IDisposable
{
    private const int LongestName = 253;
    private const int LongestText = 4096;

    private readonly NameServers _servers;
    private readonly AnswerCache _kept;
    private readonly SharedWork<ResolverQuestion, ResolverAnswer> _questions;
    private readonly SharedWork<string, DnsReply<IPAddress>> _systemQuestions;
    private readonly bool _asksSystem;
    private readonly bool _trustsAuthenticated;

    /// <summary>A lookup with nothing kept yet.</summary>
    /// <param name="servers">Resolvers to ask; empty asks the system's, and the system itself for addresses, hosts file included.</param>
    /// <param name="timeout">Time for one question; a lost one is asked once more.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="trustAuthenticated">
    /// Whether we believe the resolver when it says that it validated an answer: only where the resolver and the way to it are the
    /// operator's own. For addresses that the system resolves, nothing is said about validation.
    /// </param>
    internal DnsLookup(IReadOnlyList<IPEndPoint> servers, TimeSpan timeout, TimeProvider clock, bool trustAuthenticated = false)
    {
        _servers = new NameServers(servers, timeout, clock, trustAuthenticated);
        _kept = new AnswerCache(clock);
        _questions = new SharedWork<ResolverQuestion, ResolverAnswer>(LearnAsync);
        _systemQuestions = new SharedWork<string, DnsReply<IPAddress>>(new SystemResolver(_servers, clock).AskAsync);
        (_asksSystem, _trustsAuthenticated) = (servers.Count == 0, trustAuthenticated);
    }

    /// <summary>The SRV records of a name such as <c>_imaps._tcp.example.com</c>.</summary>
    internal Task<DnsReply<ServiceRecord>> ServicesAsync(string name, CancellationToken token) => AskAsync(
        name, QueryType.SRV, (SrvRecord record) => new ServiceRecord(record.Priority, record.Weight, record.Port, Undotted(record.Target)), token);

    /// <summary>The MX records of a domain.</summary>
    internal Task<DnsReply<MailExchanger>> MailExchangersAsync(HostName domain, CancellationToken token) => AskAsync(
        domain.Value, QueryType.MX, (MxRecord record) => new MailExchanger(record.Preference, Undotted(record.Exchange)), token);

    /// <summary>
    /// The TXT records of a name, the strings of each joined; bytes that are no UTF-8 are replaced. One of more than 4 KiB is left out,
    /// because a shortened one could mean something else.
    /// </summary>
    internal async Task<DnsReply<string>> TextsAsync(string name, CancellationToken token)
    {
        var reply = await AskAsync(name, QueryType.TXT, (TxtRecord record) => string.Concat(record.Text), token);
        return reply with { Records = [.. reply.Records.Where(text => text.Length <= LongestText)] };
    }

    /// <summary>
    /// The addresses of a host, IPv6 first. A and AAAA are asked separately: a resolver that drops one question must not hide its answer to
    /// the other.
    /// </summary>
    /// <param name="host">The host.</param>
    /// <param name="token">Ends the waiting only.</param>
    /// <param name="isGuess">
    /// Whether the name is one of many that hardly ever exist, and nobody waits: then AAAA is asked only where A did not say that there is no such name (RFC 8020 §2).
    /// </param>
    internal async Task<DnsReply<IPAddress>> AddressesAsync(HostName host, CancellationToken token, bool isGuess = false)
    {
        if (_asksSystem) return await _systemQuestions.JoinAsync(host.Value, token);
        static IPAddress Read(AddressRecord record) => record.Address;
        Task<DnsReply<IPAddress>> Ask(QueryType type) => AskAsync<AddressRecord, IPAddress>(host.Value, type, Read, token);
        var four = Ask(QueryType.A);
        if (isGuess && await four is { Failure: FailureKind.HostNotFound } missing) return missing;
        var replies = await Task.WhenAll(Ask(QueryType.AAAA), four);
        var addresses = replies.SelectMany(reply => reply.Records).Distinct().ToList();
        var failures = replies.Select(reply => reply.Failure).OfType<FailureKind>().ToList();
        FailureKind? failure = addresses.Count > 0 || failures.Count == 0 ? null
            : failures.Contains(FailureKind.HostNotFound) ? FailureKind.HostNotFound
            : failures.TrueForAll(x => x == FailureKind.LookupImpossible) ? FailureKind.LookupImpossible : FailureKind.LookupFailed;
        return new DnsReply<IPAddress>(addresses, replies.All(reply => reply.Authenticated), failure);
    }

    /// <summary>Whether the name servers answer at all.</summary>
    internal Task<bool> AnswersAsync() => _servers.AnswersAsync();

    private async Task<DnsReply<T>> AskAsync<TRecord, T>(string name, QueryType type, Func<TRecord, T> read, CancellationToken token)
        where TRecord : DnsResourceRecord
    {
        if (name.Length > LongestName) return new DnsReply<T>([], false, FailureKind.HostNotFound); // there can be no such name
        var answer = await _questions.JoinAsync(new ResolverQuestion(name.ToLowerInvariant(), type), token);
        return new DnsReply<T>([.. answer.Records.OfType<TRecord>().Select(read)], _trustsAuthenticated && answer.Authenticated, answer.Failure);
    }

    private async Task<ResolverAnswer> LearnAsync(ResolverQuestion question)
    {
        if (_kept.Find(question) is { } known) return known;
        var answer = await _servers.AskAsync(question);
        _kept.Keep(question, answer);
        return answer;
    }

    private static string Undotted(DnsString name) => name.Value.TrimEnd('.');

    public void Dispose() => _kept.Dispose();
}
