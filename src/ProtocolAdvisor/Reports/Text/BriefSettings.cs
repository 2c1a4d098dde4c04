using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Settings;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>On one screen: what to type in, incoming and outgoing side by side where there is room.</summary>
internal static class BriefSettings
{
    // Below this width two servers do not fit side by side.
    private const int BesideWidth = 72;
    private const int Gap = 2;

    /// <summary>The settings; nothing where no server may be told.</summary>
    public static BriefPart Of(AssessmentReport report, ReportWords words)
    {
        if (report.Settings is not { } settings) return new(string.Empty, [], 0);
        var phrases = BriefPhrases.Of(words.Language);
        var states = SettingsPhrases.Of(words.Language).States;
        var blocks = PlainTextWriter.BlocksWithoutPlan(settings, words.Language);
        var (incoming, outgoing) = (Values(blocks[0], phrases.State, states[settings.Best.State]), settings.Outgoing is { } server
            ? Values(blocks[1], phrases.State, states[server.State]) : []);
        var names = (Incoming: words.Said(phrases.Incoming, "protocol", settings.Best.Endpoint.Protocol.Name()), phrases.Outgoing);
        var key = incoming.Max(x => x.Name.Length) + Gap;
        var lines = outgoing.Count > 0 && words.Layout.Width >= BesideWidth && FitsIn(Column(key, words) - Gap, [.. incoming, .. outgoing])
            ? Beside(names, incoming, outgoing, key, words)
            : [.. Below(names.Incoming, incoming, key, words), .. outgoing.Count > 0 ? Below(names.Outgoing, outgoing, key, words)
                : words.Layout.Wrapped(blocks[1].Lines[0].Text, "  ")];
        return new(phrases.Settings, [[.. lines.Select(x => x.TrimEnd())]], 1);
    }

    private static int Column(int key, ReportWords words) => (words.Layout.Width - key) / 2;

    // A name that is typed in must not be torn.
    private static bool FitsIn(int room, IEnumerable<(string Name, string Text)> values) =>
        values.SelectMany(x => x.Text.Split(' ')).All(x => x.Length <= room);

    private static IEnumerable<string> Beside(
        (string Incoming, string Outgoing) names, IReadOnlyList<(string Name, string Text)> incoming,
            IReadOnlyList<(string Name, string Text)> outgoing, int key, ReportWords words)
    {
        int[] widths = [Gap + key, Column(key, words), Column(key, words)];
        return
        [
            .. TextLayout.Row(widths, string.Empty, names.Incoming, names.Outgoing),
            .. incoming.SelectMany(x =>
                TextLayout.Row(widths, $"\u00A0\u00A0{Bound(x.Name)}", x.Text,
                    outgoing.FirstOrDefault(y => y.Name == x.Name).Text ?? string.Empty)),
        ];
    }

    private static IEnumerable<string> Below(string heading, IReadOnlyList<(string Name, string Text)> values, int key,
        ReportWords words) =>
        values.SelectMany(x =>
            words.Layout.Wrapped(x.Text, $"    {x.Name.PadRight(key)}", new string(' ', 4 + key))).Prepend($"  {heading}");

    private static List<(string Name, string Text)> Values(SettingsBlock block, string state, string known) =>
        [.. block.Lines.Where(x => x.Name is { Length: > 0 }).Select(x => (x.Name!, x.Text)), (state, known)];

    private static string Bound(string name) => name.Replace(' ', '\u00A0');
}
