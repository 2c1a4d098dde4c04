using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.English;

/// <summary>The page of a running check, in English.</summary>
internal static class EnglishProgress
{
    public static ProgressWords Words { get; } = new()
    {
        Title = "Checking {subject}",
        Running = "Each step appears as it is done. This is usually quick and takes {seconds:number} {seconds:second|seconds} at most.",
        RunningWithPassword = "Each step appears as it is done. This is usually quick and takes {seconds:number} {seconds:second|seconds} at most. Nothing in the mailbox is changed.",
        Cancel = "Cancel",
        Phases = ["Find the servers", "Try them", "Measure the mailbox", "Advise"],
        Progress = "Steps of the check",
        Discovered = "{n:number} {n:server|servers} to look at",
        NothingDiscovered = "No server was found",
        Usable = "can be used",
        NotUsable = "cannot be used",
        Measured = "Mailbox over {protocol}: {messages:number} {messages:message|messages}, {bytes:size}",
        MeasuredNoSize = "Mailbox over {protocol} measured",
        Provisional = "The protocol is settled: {protocol}. Whether all of it works is still being checked.",
        Done = "Done.",
        Open = "Open the report",
        NotStored = "The report could not be stored, so it cannot be opened later. Here it is: copy what you need before you leave this page.",
        BrokenOff = "The service is being restarted, and the check was broken off. Nothing of it is kept. Check again in a minute.",
        BackToForm = "Back to what you entered",
    };
}
