using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Audits.Lists;

/// <summary>Collects a list's subjects, and what is wrong with its lines: it ends with the one or with the other.</summary>
/// <param name="policy">What may be dialled.</param>
/// <param name="cancellationToken">The caller's: nothing is read on for whoever has left.</param>
internal sealed class ListCollector(AddressPolicy policy, CancellationToken cancellationToken) : IDisposable
{
    private const int MostComplaints = 100;
    private const int LongestReference = 200;
    private readonly SubjectText _text = new(policy);
    private readonly List<ListedSubject> _subjects = [];
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly List<Complaint> _complaints = [];
    private readonly IncrementalHash _mark = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int _wrong;
    private int _duplicates;

    /// <summary>Columns that nobody reads.</summary>
    public IReadOnlyList<string> IgnoredColumns { get; set; } = [];

    /// <summary>Whether nothing has been found yet, right or wrong.</summary>
    public bool IsEmpty => _subjects.Count == 0 && _wrong == 0;

    /// <summary>Whether there is one subject too many: what still comes changes nothing, and is not to be read.</summary>
    public bool IsFull => _subjects.Count > AuditList.Most;

    /// <summary>Takes a subject, or what is wrong with it.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="text">The subject.</param>
    /// <param name="isHost">Whether a bare name is a server's.</param>
    /// <param name="reference">The list's own word for it.</param>
    public void Take(string path, string text, bool isHost = false, string? reference = null)
    {
        if (reference is not null && (reference.Length > LongestReference || reference.Any(char.IsControl)))
        {
            Complain(path, ListErrors.Reference);
            return;
        }

        var (subject, error) = _text.Read(text, isHost, reference is "" ? null : reference);
        if (subject is null) Complain(path, error!);
        else Keep(subject, text);
    }

    /// <summary>Notes what is wrong.</summary>
    public void Complain(string path, string code)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++_wrong <= MostComplaints) _complaints.Add(Complaint.Of(path, code, code));
    }

    /// <summary>The list, or the problem that names what is wrong with it.</summary>
    public (AuditList? List, Problem? Problem) End()
    {
        if (_wrong > MostComplaints)
        {
            var further = (_wrong - MostComplaints).ToString(CultureInfo.InvariantCulture);
            _complaints.Add(Complaint.Of("$", ListErrors.Further, ListErrors.Further, ("count", further)));
        }

        if (IsFull || (_wrong == 0 && _subjects.Count == 0)) _complaints.Add(Complaint.Of("$.subjects", ListErrors.Empty, ListErrors.Empty));
        return _complaints.Count > 0
            ? (null, Problem.Invalid(_complaints)) : (new(_subjects, _duplicates, IgnoredColumns, _mark.GetHashAndReset()), null);
    }

    /// <inheritdoc/>
    public void Dispose() => _mark.Dispose();

    // The mark is of what was written: an address whose user's name is not kept is known by it all the same.
    private void Keep(ListedSubject subject, string text)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _mark.AppendData(Encoding.UTF8.GetBytes($"{text}\n{subject.Reference}\n"));
        if (!_asked.Add(subject.Asked)) _duplicates++;
        else _subjects.Add(subject);
    }
}
