using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Cluster.Limits;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Assessments;

namespace ProtocolAdvisor.Web.Tests.Assessments;

public sealed class SignInGuardTests
{
    private static readonly MailEndpoint Imap = MailEndpoint.StandardOf(HostName.Parse("mail.example.com")).First(x => x.Protocol == MailProtocol.Imap);
    private static readonly MailEndpoint Pop3 = MailEndpoint.StandardOf(HostName.Parse("mail.example.com")).First(x => x.Protocol == MailProtocol.Pop3);
    private static readonly Caller Someone = new("address 192.0.2.1", null);
    private readonly FakeTimeProvider _clock = new();
    private readonly SignInGuard _guard;

    public SignInGuardTests() => _guard = new SignInGuard(new SignInLimits(2, 4), new LocalFailureCounts(_clock));

    [Fact]
    public void After_so_many_failures_an_account_must_wait_out_the_hour()
    {
        Fail("jane");
        _clock.Advance(TimeSpan.FromMinutes(20));
        Fail("JANE");
        Assert.False(_guard.TryBegin(Order("jane"), Someone, out _, out var wait));
        Assert.Equal(TimeSpan.FromMinutes(40), wait);
        Assert.True(_guard.TryBegin(Order("john"), Someone, out _, out _));
        _clock.Advance(wait);
        Assert.True(_guard.TryBegin(Order("jane"), Someone, out _, out _));
    }

    [Fact]
    public void A_caller_who_fails_at_many_accounts_is_stopped_as_well()
    {
        foreach (var name in new[] { "a", "b", "c", "d" }) Fail(name);
        Assert.False(_guard.TryBegin(Order("e"), Someone, out _, out _));
        Assert.True(_guard.TryBegin(Order("e"), Someone with { Name = "address 192.0.2.2" }, out _, out _));
    }

    [Fact]
    public void However_a_name_is_spelt_it_is_one_account()
    {
        string[] spellings = ["jane", "JANE", " jane ", "ja\u200Bne", "\uFF4Aane", "jane@example.com", "Jane@EXAMPLE.com.", "example.com\\jane", "jane%example.com", "jane\u00A0"];
        Fail("jane");
        Fail("jane@example.com");
        Assert.All(spellings, spelling => Assert.False(_guard.TryBegin(Order(spelling), Someone with { Name = spelling }, out _, out _)));
    }

    [Fact]
    public void One_name_at_two_domains_is_two_accounts_until_a_server_may_be_overlooking_the_domain()
    {
        for (var i = 0; i < 2 * SignInLimits.Domains; i++)
        {
            Assert.True(_guard.TryBegin(Order($"info@{i / 2}.example.com", $"{i}"), Someone with { Name = $"{i}" }, out var attempt, out _));
            attempt.Dispose();
        }

        Assert.False(_guard.TryBegin(Order("info@other.example.com"), Someone with { Name = "other" }, out _, out _));
    }

    [Fact]
    public void One_end_user_of_a_key_locks_out_no_other()
    {
        var shared = new Caller("key onboarding", new ApiKey("onboarding", default, [], null)) { EndUser = "one" };
        foreach (var name in new[] { "a", "b", "c", "d" }) Fail(name, shared);
        Assert.False(_guard.TryBegin(Order("e"), shared, out _, out _));
        Assert.True(_guard.TryBegin(Order("e"), shared with { EndUser = "another" }, out _, out _));
    }

    [Fact]
    public void A_clock_that_is_set_back_makes_no_wait_longer()
    {
        var clock = new AdjustedClock();
        var guard = new SignInGuard(new SignInLimits(1, 4), new LocalFailureCounts(clock));
        Assert.True(guard.TryBegin(Order("jane"), Someone, out var attempt, out _));
        attempt.Dispose();
        clock.Now -= TimeSpan.FromDays(2);
        Assert.False(guard.TryBegin(Order("jane"), Someone, out _, out var wait));
        Assert.InRange(wait, TimeSpan.FromMinutes(59), TimeSpan.FromHours(1));
    }

    [Fact]
    public void What_is_over_is_forgotten_and_what_is_too_much_as_well()
    {
        var counts = new LocalFailureCounts(_clock);
        for (var i = 0; i <= LocalFailureCounts.Capacity; i++) Count(counts, $"{i}");
        Assert.InRange(counts.Count, 1, LocalFailureCounts.Capacity);
        _clock.Advance(TimeSpan.FromHours(1));
        Count(counts, "new");
        Assert.Equal(1, counts.Count);

        static void Count(LocalFailureCounts counts, string window)
        {
            var bounds = new GuessBounds(Guid.NewGuid(), window, 1, null, null);
            Assert.True(counts.TryBeginAsync([bounds], "guess", CancellationToken.None).IsCompletedSuccessfully);
            Assert.True(counts.EndAsync([new GuessEnd(bounds.Attempt, window, Failed: true)]).IsCompletedSuccessfully);
        }
    }

    [Theory]
    [InlineData(SignInOutcome.Accepted, null)]
    [InlineData(SignInOutcome.Rejected, SignInReason.Pop3MailboxInUse)]
    [InlineData(SignInOutcome.Rejected, SignInReason.Pop3LoginDelay)]
    [InlineData(SignInOutcome.NotAttempted, SignInReason.EndpointNotUsable)]
    public void Only_wrong_passwords_count(SignInOutcome outcome, SignInReason? reason)
    {
        for (var i = 0; i < 5; i++) End("jane", outcome, reason);
    }

    [Fact]
    public void Guesses_under_way_count_but_the_same_secret_only_once()
    {
        for (var i = 0; i < 50; i++) Assert.True(_guard.TryBegin(Order("jane", "same"), Someone, out _, out _));
        Assert.True(_guard.TryBegin(Order("jane", "second"), Someone, out _, out _));
        Assert.False(_guard.TryBegin(Order("jane", "third"), Someone, out _, out var wait));
        Assert.True(wait > TimeSpan.Zero);
    }

    [Fact]
    public void A_run_that_was_broken_off_before_its_result_counts_as_failed()
    {
        for (var i = 0; i < 2; i++)
        {
            Assert.True(_guard.TryBegin(Order("jane"), Someone, out var attempt, out _));
            attempt.Dispose();
        }

        Assert.False(_guard.TryBegin(Order("jane"), Someone, out _, out _));
    }

    [Theory]
    [InlineData(SignInOutcome.Accepted, null)]
    [InlineData(SignInOutcome.Rejected, SignInReason.Pop3MailboxInUse)]
    public void A_host_that_accepts_everything_clears_no_refusal_of_another_host(SignInOutcome elsewhere, SignInReason? reason)
    {
        var both = Order("jane", hosts: ["mail.example.com", "mail.attacker.example"]);
        for (var i = 0; i < 2; i++)
        {
            Assert.True(_guard.TryBegin(both, Someone, out var attempt, out _));
            attempt.Report(Finished(both, 0, SignInOutcome.Rejected, SignInReason.AuthBadCredentials));
            attempt.Report(Finished(both, 1, elsewhere, reason));
            attempt.Dispose();
        }

        Assert.False(_guard.TryBegin(Order("jane"), Someone with { Name = "address 192.0.2.2" }, out _, out _));
        Assert.True(_guard.TryBegin(Order("jane", hosts: ["mail.attacker.example"]), Someone, out var own, out _));
        own.Withdraw();
        own.Dispose();
        Fail("john");
        Fail("jack");
        Assert.False(_guard.TryBegin(Order("jill"), Someone, out _, out _));
    }

    [Fact]
    public void One_protocol_that_accepts_clears_the_other_of_the_same_host()
    {
        var order = Order("jane", hosts: ["mail.example.com", "mail.example.com"]);
        for (var i = 0; i < 5; i++)
        {
            Assert.True(_guard.TryBegin(order, Someone, out var attempt, out _));
            attempt.Report(Finished(order, 0, SignInOutcome.Rejected, null));
            attempt.Report(Finished(order, 1, SignInOutcome.Accepted, null));
            attempt.Dispose();
        }
    }

    [Fact]
    public void A_found_host_is_counted_under_each_name_that_its_settings_say()
    {
        for (var i = 0; i < 2; i++) SignInTwice($"decoy{i}", "jane", SignInOutcome.Rejected);
        Assert.False(_guard.TryBegin(Order("jane"), Someone, out _, out _));
    }

    [Fact]
    public void A_found_server_that_takes_no_password_has_refused_none()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.True(_guard.TryBegin(Found(), Someone, out var attempt, out _));
            Assert.True(attempt.Admits(Imap, "jane", "192.0.2.1"));
            attempt.Report(Finished(Imap, SignInOutcome.NotAttempted, SignInReason.AuthOauthOnly));
            attempt.Dispose();
        }
    }

    [Fact]
    public void Under_another_name_an_accepted_password_clears_no_refusal()
    {
        for (var i = 0; i < 2; i++) SignInTwice("decoy", "jane", SignInOutcome.Accepted);
        Assert.False(_guard.TryBegin(Order("jane"), Someone, out _, out _));
    }

    [Fact]
    public void Eleven_names_of_one_machine_are_one_account_there()
    {
        var admitted = 0;
        for (var i = 0; i < 11; i++)
        {
            var order = Order("jane", hosts: [$"mail{i}.example.com"]);
            Assert.True(_guard.TryBegin(order, Someone with { EndUser = $"192.0.2.{100 + i}" }, out var attempt, out _));
            if (attempt.Admits(order.Subject.Endpoints[0], "jane", "192.0.2.1")) admitted++;
            attempt.Report(Finished(order, 0, SignInOutcome.Rejected, SignInReason.AuthBadCredentials));
            attempt.Dispose();
        }

        Assert.Equal(2, admitted);
        Assert.True(_guard.TryBegin(Order("jane", hosts: ["mail.example.org"]), Someone with { EndUser = "192.0.2.200" }, out var elsewhere, out _));
        Assert.True(elsewhere.Admits(Imap with { Host = HostName.Parse("mail.example.org") }, "jane", "192.0.2.2"));
    }

    [Fact]
    public void An_unanswered_password_counts_as_a_wrong_one()
    {
        for (var i = 0; i < 2; i++) End("jane", SignInOutcome.Unanswered, null);
        Assert.False(_guard.TryBegin(Order("jane"), Someone, out _, out _));
    }

    [Fact]
    public void A_run_that_never_began_has_not_failed()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.True(_guard.TryBegin(Order("jane"), Someone, out var attempt, out _));
            attempt.Withdraw();
            attempt.Dispose();
        }
    }

    [Fact]
    public void Without_credentials_nothing_is_counted()
    {
        for (var i = 0; i < 10; i++)
        {
            Assert.True(_guard.TryBegin(Order(null), Someone, out var attempt, out _));
            attempt.Dispose();
        }
    }

    private void Fail(string username, Caller? caller = null) => End(username, SignInOutcome.Rejected, SignInReason.AuthBadCredentials, caller);

    private void End(string username, SignInOutcome outcome, SignInReason? reason, Caller? caller = null)
    {
        var order = Order(username);
        Assert.True(_guard.TryBegin(order, caller ?? Someone, out var attempt, out _));
        attempt.Report(Finished(order, 0, outcome, reason));
        attempt.Dispose();
    }

    // One run at one host that discovery found, under a name for each protocol; the second is refused.
    private void SignInTwice(string first, string second, SignInOutcome outcomeOfFirst)
    {
        Assert.True(_guard.TryBegin(Found(), Someone, out var attempt, out _));
        Assert.True(attempt.Admits(Imap, first, "192.0.2.1"));
        Assert.True(attempt.Admits(Pop3, second, "192.0.2.1"));
        attempt.Report(Finished(Imap, outcomeOfFirst, null));
        attempt.Report(Finished(Pop3, SignInOutcome.Rejected, SignInReason.AuthBadCredentials));
        attempt.Dispose();
    }

    private static AssessmentOrder Found() => new(
        null, new AssessmentSubject([], Order("jane").Subject.Credentials, AssessmentLimits.Default, EmailAddress.Parse("jane@example.com")), new Usage());

    private static AssessmentEvent.EndpointFinished Finished(AssessmentOrder order, int endpoint, SignInOutcome outcome, SignInReason? reason) =>
        Finished(order.Subject.Endpoints[endpoint], outcome, reason);

    private static AssessmentEvent.EndpointFinished Finished(MailEndpoint endpoint, SignInOutcome outcome, SignInReason? reason) =>
        new(new EndpointFacts(new ProbeResult { Endpoint = endpoint, Steps = [] }, new SignInResult(outcome, Reason: reason), []));

    private static AssessmentOrder Order(string? username, string password = "guess", params string[] hosts)
    {
        var names = (hosts.Length > 0 ? hosts : ["mail.example.com"]).Select(HostName.Parse).ToList();
        var credentials = username is null ? null : Credentials.WithPassword(username, new Secret(password));
        return new(null, new AssessmentSubject([.. names.Select(x => MailEndpoint.StandardOf(x)[0])], credentials, AssessmentLimits.Default), new Usage());
    }

    private sealed class AdjustedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch.AddYears(50);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

/// <summary>In one process nothing is waited for.</summary>
internal static class ImmediateGuard
{
    public static bool TryBegin(this SignInGuard guard, AssessmentOrder order, Caller caller, [NotNullWhen(true)] out SignInAttempt? attempt, out TimeSpan wait)
    {
        (attempt, wait) = Now(guard.TryBeginAsync(order, caller, CancellationToken.None));
        return attempt is not null;
    }

    public static bool Admits(this SignInAttempt attempt, MailEndpoint endpoint, string username, string address) => Now(attempt.AdmitsAsync(endpoint, username, address));

    public static void Dispose(this SignInAttempt attempt) => Assert.True(attempt.DisposeAsync().AsTask().IsCompletedSuccessfully);

    private static T Now<T>(Task<T> task)
    {
        Assert.True(task.IsCompletedSuccessfully);
        return task.Result;
    }
}
