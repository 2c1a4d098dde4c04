using System.CommandLine;
using System.Globalization;
using ProtocolAdvisor.Cli;
using ProtocolAdvisor.Cli.Words;

// Values are written the same everywhere; the parser's own sentences follow ours.
var language = SpokenLanguage.Of(args, Environment.GetEnvironmentVariable);
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentUICulture = SpokenLanguage.Culture(language);
using var screen = new Screen(CliPhrases.Of(language), language);
return await CommandTree.For(screen).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null }).RunAsync(screen);
