using ProtocolAdvisor.Findings.Drift;

namespace ProtocolAdvisor.Languages.English;

/// <summary>What an operator is told to change, in English.</summary>
internal static class EnglishDrift
{
    public static DriftPhrases Phrases { get; } = new(new Dictionary<DriftChange, string>
    {
        [DriftChange.CorrectSources] = "Change {sources} to {right}: that is what works.",
        [DriftChange.Align] = "Decide for one value, and publish it everywhere.",
        [DriftChange.MendServer] = "None of this works; the findings say what to do.",
        [DriftChange.WithdrawDenial] = "The protocol works: remove the SRV record with the target “.”.",
        [DriftChange.WithdrawServers] = "The protocol is not offered: take its servers out of {sources}.",
        [DriftChange.Recertify] = "The certificate does not hold the published name; the findings say what to do.",
    });
}
