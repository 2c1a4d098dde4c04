using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Web.Console;

/// <summary>What a step at a server is part of: nine steps are too many colours.</summary>
public enum StepGroup
{
    /// <summary>Finding and reaching the server.</summary>
    Reach,

    /// <summary>Encrypting the connection.</summary>
    Secure,

    /// <summary>Greeting and sign-in.</summary>
    Enter,

    /// <summary>In the mailbox.</summary>
    Work,
}

/// <summary>Which group a step belongs to.</summary>
internal static class StepGroups
{
    /// <summary>A step's group.</summary>
    public static StepGroup Of(MailStep step) => step switch
    {
        MailStep.Resolve or MailStep.Connect => StepGroup.Reach,
        MailStep.TlsHandshake or MailStep.StartTls => StepGroup.Secure,
        MailStep.Greeting or MailStep.Capability or MailStep.SignIn => StepGroup.Enter,
        MailStep.OpenMailbox or MailStep.Measure => StepGroup.Work,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "A step without a group."),
    };
}
