using Microsoft.Extensions.DependencyInjection;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Browser.Tests.Hosting;

/// <summary>Kept runs, one for each way in which an account can stand: their pages need no servers.</summary>
internal static class KeptRuns
{
    /// <summary>Names of the ways, in the words of the style sheet's classes, with the run that shows it.</summary>
    public static IReadOnlyList<(string Standing, string Class, string Word, Func<AssessedRun> Run)> All { get; } =
    [
        ("works", "good", "It works", () => GoldenRuns.Read("company-with-folders")),
        ("to-mend", "mend", "It works, with something to fix", () => GoldenRuns.Read("quota-nearly-full")),
        ("sign-in-refused", "bad", "It does not work", () => GoldenRuns.Read("gmail-password-refused")),
        ("no-server", "bad", "It does not work", () => GoldenRuns.Read("expired-certificate")),
        ("could-not-find-out", "open", "No clear result", () => Unanswered(GoldenRuns.Read("wrong-password"))),
        ("no-password", "note", "The servers work; the mailbox was not tested", () => GoldenRuns.Read("without-credentials")),
        ("held-back", "open", "Sign-in paused for safety", () => HeldBack(GoldenRuns.Read("wrong-password"))),
    ];

    /// <summary>Keeps a run as if it were of today; its page's path.</summary>
    public static async Task<string> StoreAsync(this Advisor advisor, AssessedRun run)
    {
        var kept = run with
        {
            Heading = run.Heading with { Id = ReportId.New(), Retention = TimeSpan.FromDays(1) },
            Facts = run.Facts with { StartedAt = TimeProvider.System.GetUtcNow() },
        };
        await advisor.Services.GetRequiredService<ReportArchive>().StoreAsync(kept, null, CancellationToken.None);
        return $"/reports/{kept.Heading.Id}";
    }

    private static AssessedRun HeldBack(AssessedRun run) => SignedIn(run, SignInResult.NotAttempted(SignInReason.SignInHeldBack));

    private static AssessedRun Unanswered(AssessedRun run) => SignedIn(run, new SignInResult(SignInOutcome.Unanswered, "PLAIN", 9_000, Reason: SignInReason.AuthUnanswered));

    private static AssessedRun SignedIn(AssessedRun run, SignInResult signIn) => run with
    {
        Facts = run.Facts with
        {
            Endpoints = [.. run.Facts.Endpoints.Select(x => x.SignIn.Outcome == SignInOutcome.NotAttempted && x.SignIn.Reason != SignInReason.OtherProtocolRefused ? x : x with { SignIn = signIn, SessionSteps = [] })],
        },
    };
}
