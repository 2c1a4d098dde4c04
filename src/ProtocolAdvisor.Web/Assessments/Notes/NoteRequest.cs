using FluentValidation;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Assessments.Notes;

/// <summary>What is to be noted at a report.</summary>
/// <param name="Text">One line of at most 200 characters, such as a ticket's number; left out or null to remove the note.</param>
internal sealed record NoteRequest(string? Text = null);

/// <summary>What may be noted.</summary>
internal sealed class NoteRequestValidator : AbstractValidator<NoteRequest>
{
    /// <summary>States the rules.</summary>
    public NoteRequestValidator()
    {
        RuleFor(x => x.Text).Length(1, ReportNotes.Longest).Says("note-length", Rules.LengthBetween);
        RuleFor(x => x.Text).Must(NoteText.IsLine).Says("note-character", "display-name-character");
    }
}

/// <summary>What is noted at a report.</summary>
/// <param name="Text">The note; null for none.</param>
internal sealed record NoteReply(string? Text);
