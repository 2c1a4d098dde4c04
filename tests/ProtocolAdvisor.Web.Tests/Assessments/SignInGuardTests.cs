using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Assessments;

namespace ProtocolAdvisor.Web.Tests.Assessments;

public sealed class SignInGuardTests
{
    private static readonly Caller Someone = new("address 192.0.2.1", null);
    private readonly FakeTimeProvider _clock = new();
    private readonly SignInGuard _guard;

    public SignInGuardTests() => _guard = new SignInGuard(new SignInLimits(2, 4), _clock);

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

    [Fact]
    public void Without_credentials_nothing_is_counted()
    {
        for (var i = 0; i < 10; i++)
        {
            Assert.True(_guard.TryBegin(Order(null), Someone, out var attempt, out _));
            attempt.Dispose();
        }
    }

    private void Fail(string username) => End(username, SignInOutcome.Rejected, SignInReason.AuthBadCredentials);

    private void End(string username, SignInOutcome outcome, SignInReason? reason)
    {
        var order = Order(username);
        Assert.True(_guard.TryBegin(order, Someone, out var attempt, out _));
        var probe = new ProbeResult { Endpoint = order.Subject.Endpoints[0], Steps = [] };
        attempt.Report(new AssessmentEvent.EndpointFinished(new EndpointFacts(probe, new SignInResult(outcome, Reason: reason), [])));
        attempt.Dispose();
    }

    private static AssessmentOrder Order(string? username, string password = "guess")
    {
        var host = HostName.Parse("mail.example.com");
        var credentials = username is null ? null : Credentials.WithPassword(username, new Secret(password));
        return new(null, host, new AssessmentSubject([MailEndpoint.StandardOf(host)[0]], credentials, AssessmentLimits.Default), new Usage());
    }
}
