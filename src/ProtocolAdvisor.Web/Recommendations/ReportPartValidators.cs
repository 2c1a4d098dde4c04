using FluentValidation;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Recommendations;

/// <summary>What may be told of an endpoint: what a report tells.</summary>
internal sealed class EndpointReportValidator : AbstractValidator<EndpointReport>
{
    private const int MostRoundTrips = 1_000;

    /// <summary>States the rules.</summary>
    public EndpointReportValidator()
    {
        RuleFor(x => x.Host).IsHost().Says("host-invalid");
        RuleFor(x => x.Port).InclusiveBetween(1, 65_535).Says("port-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.RoundTripMs).InclusiveBetween(0, Amount.MostMs).Says("round-trip-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.HeldBack).InclusiveBetween(0, MostRoundTrips).Says("connect-round-trips-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.HeldBackInHandshake).InclusiveBetween(0, MostRoundTrips).Says("connect-round-trips-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.SignIn).SetValidator(new SignInResultValidator());
        RuleForEach(x => x.Steps).SetValidator(new StepResultValidator());
    }

    private sealed class StepResultValidator : AbstractValidator<StepResult>
    {
        public StepResultValidator()
        {
            RuleFor(x => x.ElapsedMs).InclusiveBetween(0, Amount.MostMs).Says("server-time-out-of-range", Rules.NumberBetween);
            RuleFor(x => x.RoundTrips).InclusiveBetween(0, MostRoundTrips).Says("connect-round-trips-out-of-range", Rules.NumberBetween);
        }
    }

    private sealed class SignInResultValidator : AbstractValidator<SignInResult>
    {
        public SignInResultValidator() => RuleFor(x => x.ElapsedMs).InclusiveBetween(0, Amount.MostMs).Says("server-time-out-of-range", Rules.NumberBetween);
    }
}

/// <summary>What may be told of the search for servers: what a report tells.</summary>
internal sealed class DiscoveryReportValidator : AbstractValidator<DiscoveryReport>
{
    /// <summary>States the rules.</summary>
    public DiscoveryReportValidator()
    {
        RuleFor(x => x.Domain).IsHost().Says("host-invalid");
        RuleForEach(x => x.MailExchangers).IsHost().Says("host-invalid");
        RuleForEach(x => x.Candidates).SetValidator(new CandidateReportValidator());
    }

    private sealed class CandidateReportValidator : AbstractValidator<CandidateReport>
    {
        public CandidateReportValidator()
        {
            RuleFor(x => x.Host).IsHost().Says("host-invalid");
            RuleFor(x => x.Port).InclusiveBetween(1, 65_535).Says("port-out-of-range", Rules.NumberBetween);
        }
    }
}
