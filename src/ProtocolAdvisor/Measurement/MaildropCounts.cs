using System.Text.Json.Serialization;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Measurement;

/// <summary>
/// How many messages each of the maildrop's commands told. The maildrop is locked meanwhile (RFC 1939 §8), so the numbers must agree.
/// </summary>
/// <param name="Stat">STAT's count.</param>
/// <param name="Listed">Messages that LIST listed; null where it was not answered.</param>
/// <param name="Identified">Messages to which UIDL gave an id; null where it was not answered, or tells no messages apart.</param>
/// <param name="Different">How many different ids these are: two messages of one id are one to a mail program.</param>
/// <param name="Unreadable">LIST's lines that have no number, or no size that can be believed.</param>
public sealed record MaildropCounts(long Stat, long? Listed = null, long? Identified = null, long? Different = null, int Unreadable = 0)
{
    // Some servers count line ends in STAT otherwise than in LIST; less of a difference than this means nothing.
    private const double BytesTolerance = 0.05;

    /// <summary>STAT's bytes.</summary>
    public long StatBytes { get; init; }

    /// <summary>The bytes of LIST's sizes together; null where LIST lists nothing, or all messages and not all their sizes.</summary>
    public long? ListedBytes { get; init; }

    /// <summary>
    /// The smaller of what was counted and what was listed, because no more can be fetched. Where LIST lists nothing, UIDL's list is taken.
    /// </summary>
    [JsonIgnore]
    public long Provable => Math.Min(Stat, Listed is > 0 ? Listed.Value : Identified ?? Listed ?? Stat);

    /// <summary>Whether they contradict each other.</summary>
    [JsonIgnore]
    public bool Disagree => (Listed ?? Stat) != Stat || (Identified ?? Stat) != Stat || Different < Identified || Unreadable > 0 || BytesDisagree;

    /// <summary>Whether the sums of bytes contradict each other.</summary>
    [JsonIgnore]
    public bool BytesDisagree => ListedBytes is { } listed && Math.Abs(listed - StatBytes) > BytesTolerance * Math.Max(listed, StatBytes);

    /// <summary>The smaller sum.</summary>
    [JsonIgnore]
    public long ProvableBytes => Math.Min(StatBytes, ListedBytes ?? StatBytes);

    /// <summary>Holds the commands' answers against each other.</summary>
    internal static MaildropCounts Of(MaildropSurvey survey)
    {
        var ids = survey.Ids is { TellsApart: true } given ? given : null;
        var whole = survey.Listing is { Messages: > 0 } listing && (listing.Unreadable == 0 || listing.Messages < survey.Messages);
        return new(survey.Messages, survey.Listing?.Messages, ids?.Messages, ids?.Different, survey.Listing?.Unreadable ?? 0)
        {
            StatBytes = survey.Bytes,
            ListedBytes = whole ? survey.Listing!.Bytes : null,
        };
    }
}
