using ProtocolAdvisor.Web.Languages;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console.Words;

/// <summary>What stands around every page, and on the pages that only say something.</summary>
internal sealed record FrameWords
{
    public required string Tagline { get; init; }
    public required string SkipToContent { get; init; }
    public required string Start { get; init; }
    public required string Invite { get; init; }
    public required string History { get; init; }
    public required string Audits { get; init; }
    public required string Api { get; init; }
    public required string SignOut { get; init; }
    public required string LanguageLabel { get; init; }

    /// <summary>The page that asks for a key.</summary>
    public required string KeyTitle { get; init; }
    public required string KeyText { get; init; }
    public required string KeyUnknown { get; init; }
    public required string KeyLabel { get; init; }
    public required string KeyButton { get; init; }

    /// <summary>The page of a problem.</summary>
    public required string ReportGoneTitle { get; init; }
    public required string ReportGoneText { get; init; }
    public required string OurFaultTitle { get; init; }
    public required string OurFaultText { get; init; }
    public required string Trace { get; init; }
    public required string BackToStart { get; init; }

    /// <summary>The words of a language.</summary>
    public static FrameWords Of(Language language) => WebLanguages.PackOf(language).Frame();
}
