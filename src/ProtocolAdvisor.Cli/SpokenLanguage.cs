using System.Globalization;
using ProtocolAdvisor.Languages;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Cli;

/// <summary>The language to speak: known before the command line is parsed, for help and mistakes are told in it, too.</summary>
internal static class SpokenLanguage
{
    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>What <c>--lang</c> says, else the environment's language; English where that is none of ours.</summary>
    public static Language Of(IReadOnlyList<string> arguments, Func<string, string?> environment)
    {
        var said = arguments.Index().Select(x => x.Item == "--lang" && x.Index + 1 < arguments.Count ? arguments[x.Index + 1]
            : x.Item.StartsWith("--lang=", StringComparison.Ordinal) ? x.Item["--lang=".Length..] : null).LastOrDefault(x => x is not null);
        var tag = said ?? Variables.Select(environment).FirstOrDefault(x => !string.IsNullOrEmpty(x));
        return Language.Tagged(tag) ?? Language.English;
    }

    /// <summary>For the sentences that the parser brings along.</summary>
    public static CultureInfo Culture(Language language) => CultureInfo.GetCultureInfo(language.Tag);
}
