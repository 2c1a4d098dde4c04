using FluentValidation;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Assessments.Notes;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Invites;

/// <summary>What an invite may be made of.</summary>
internal sealed class InviteRequestValidator : AbstractValidator<InviteRequest>
{
    private const int LongestFrom = 100;

    /// <summary>States the rules.</summary>
    public InviteRequestValidator()
    {
        RuleFor(x => x.Email).NotNull().Says("email-invalid");
        RuleFor(x => x.Email).IsEmail().Says("email-invalid");
        RuleFor(x => x.From).Length(1, LongestFrom).Says("from-length", Rules.LengthBetween);
        RuleFor(x => x.From).Must(NoteText.IsLine).Says("from-character", "display-name-character");
        RuleFor(x => x.Username).Length(1, RequestBounds.LongestUsername).Says("username-length", Rules.LengthBetween);
        RuleFor(x => x.Username).Must(NoteText.IsLine).Says("username-control-character", "control-character");
        RuleFor(x => x.Server!).SetValidator(new ServerRequestValidator()).When(x => x.Server is not null);
        RuleFor(x => x.Usage!).SetValidator(new UsageValidator()).When(x => x.Usage is not null);
        RuleFor(x => x.Note).Length(1, ReportNotes.Longest).Says("note-length", Rules.LengthBetween);
        RuleFor(x => x.Note).Must(NoteText.IsLine).Says("note-character", "display-name-character");
    }
}
