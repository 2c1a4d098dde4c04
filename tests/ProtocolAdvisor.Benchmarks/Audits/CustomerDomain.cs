using System.Globalization;

namespace ProtocolAdvisor.Benchmarks.Audits;

/// <summary>How a customer's domain says where its mail is.</summary>
internal enum Publication
{
    /// <summary>SRV records that name the house's mail host.</summary>
    Records,

    /// <summary>A settings file of its own, over https.</summary>
    File,

    /// <summary>Only an MX record that leads to the house; houses with an even number publish a settings file.</summary>
    Exchanger,

    /// <summary>A name of its own that leads to the house's mail host, whose certificate does not name it.</summary>
    OwnName,

    /// <summary>SRV records that name a host at which nothing listens any more.</summary>
    Dead,

    /// <summary>The domain does not exist.</summary>
    Missing,
}

/// <summary>One customer's domain, by its number: a hundred of them are 55, 15, 24, 1, 3 and 2 of each <see cref="Publication"/>.</summary>
/// <param name="Number">0 and up.</param>
/// <param name="Hosts">How many houses there are.</param>
internal readonly record struct CustomerDomain(int Number, int Hosts)
{
    private const string Letter = "c";
    private const string HouseLetters = "house";

    /// <summary>Its name.</summary>
    internal string Name => string.Create(CultureInfo.InvariantCulture, $"{Letter}{Number}.net");

    /// <summary>The number of the house that keeps its mail.</summary>
    internal int House => Number % Hosts;

    /// <summary>How it says so.</summary>
    internal Publication Publication => (Number / Hosts % 100) switch
    {
        < 55 => Publication.Records,
        < 70 => Publication.File,
        < 94 => Publication.Exchanger,
        < 95 => Publication.OwnName,
        < 98 => Publication.Dead,
        _ => Publication.Missing,
    };

    /// <summary>Whether it has a web site.</summary>
    internal bool HasSite(int ofHundred) => Publication != Publication.Missing && Number / 7 % 100 < ofHundred;

    /// <summary>The mail host of a house.</summary>
    internal static string MailHost(int house) => string.Create(CultureInfo.InvariantCulture, $"mail.{HouseLetters}{house}.net");

    /// <summary>The number behind the letters of a name's second label from the end; null for any other name.</summary>
    internal static int? CustomerOf(ReadOnlySpan<char> label) => Behind(Letter, label);

    /// <inheritdoc cref="CustomerOf"/>
    internal static int? HouseOf(ReadOnlySpan<char> label) => Behind(HouseLetters, label);

    private static int? Behind(string letters, ReadOnlySpan<char> label) =>
        label.StartsWith(letters, StringComparison.Ordinal) && int.TryParse(label[letters.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
