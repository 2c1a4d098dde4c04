using CsCheck;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Tests.Discovery;

public class KnownProvidersTests
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789-";

    private static Gen<HostName> Known { get; } = Gen.Int[0, KnownProviders.Official.Names.Count - 1].Select(i => KnownProviders.Official.Names[i]);

    [Theory]
    [InlineData("gmial.com", "gmail.com")]
    [InlineData("gmal.com", "gmail.com")]
    [InlineData("gmaill.com", "gmail.com")]
    [InlineData("gmail.con", "gmail.com")]
    [InlineData("gmailcom", "gmail.com")]
    [InlineData("hotmial.com", "hotmail.com")]
    [InlineData("gmx.dee", "gmx.de")]
    [InlineData("gmx.d", "gmx.de")]
    [InlineData("gxm.de", "gmx.de")]
    [InlineData("ggmx.de", "gmx.de")]
    [InlineData("t-onlin.de", "t-online.de")]
    [InlineData("imap.gmial.com", "imap.gmail.com")]
    [InlineData("imap.gmx.met", "imap.gmx.net")]
    public void A_slip_is_seen_through(string typed, string meant) => Assert.Equal(meant, KnownProviders.Official.Meant(HostName.Parse(typed))?.Value);

    [Theory]
    [InlineData("gmx.net")]
    [InlineData("mail.com")]
    [InlineData("gms.de")]
    [InlineData("wub.de")]
    [InlineData("he.com")]
    [InlineData("gmaail.co")]
    [InlineData("example.com")]
    [InlineData("192.0.2.1")]
    public void Names_that_are_known_far_away_or_words_of_their_own_are_no_slips(string typed) => Assert.Null(KnownProviders.Official.Meant(HostName.Parse(typed)));

    [Fact]
    public void A_known_name_is_never_a_slip() => Known.Sample(name => KnownProviders.Official.Meant(name) is null);

    [Fact]
    public void What_was_meant_is_known_and_never_more_than_one_letter_longer_or_shorter() => Slip.Sample(typed =>
        KnownProviders.Official.Meant(typed) is not { } meant
            || (KnownProviders.Official.Names.Contains(meant) && Math.Abs(meant.Value.Length - typed.Value.Length) <= 1));

    [Fact]
    public void Two_swapped_neighbours_are_always_seen_through() =>
        (from known in Known from at in Gen.Int[0, known.Value.Length - 2] select (Known: known, Typed: Swapped(known.Value, at)))
            .Where(x => HostName.TryParse(x.Typed, null, out var typed) && typed.Value == x.Typed && !KnownProviders.Official.Names.Contains(typed))
            .Sample(x => KnownProviders.Official.Meant(HostName.Parse(x.Typed)) is not null);

    [Theory]
    [InlineData("not a name")]
    [InlineData("GMX.de")]
    [InlineData("gmail.com")]
    public void A_line_that_is_no_name_of_its_own_is_named(string line)
    {
        using var list = new StringReader($"# head\ngmail.com\n{line}\n");
        Assert.StartsWith("Line 3 ", Assert.Throws<FormatException>(() => new KnownProviders(list)).Message, StringComparison.Ordinal);
    }

    private static Gen<HostName> Slip { get; } =
        (from known in Known
         from at in Gen.Int[0, known.Value.Length - 1]
         from letter in Gen.Int[0, Letters.Length - 1].Select(i => Letters[i])
         from cut in Gen.Int[0, 1]
         select known.Value[..at] + letter + known.Value[(at + cut)..])
        .Where(x => HostName.TryParse(x, null, out _)).Select(HostName.Parse);

    private static string Swapped(string name, int at) => name[..at] + name[at + 1] + name[at] + name[(at + 2)..];
}
