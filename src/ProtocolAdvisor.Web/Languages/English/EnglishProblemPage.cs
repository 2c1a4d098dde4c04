using ProtocolAdvisor.Web.Console.Words;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Languages.English;

/// <summary>Pages that only explain a problem, in English.</summary>
internal static class EnglishProblemPage
{
    public static ProblemPageWords Words { get; } = new()
    {
        WhatToDo = "What to do",
        TryAgain = "Try again",
        Back = "Back",
        FormText = "Something in the form that was sent cannot be taken as it is. Nothing was done.",
        Titles = new Dictionary<string, string>
        {
            [ProblemCode.NotFound] = "There is no such page",
            [ProblemCode.MethodNotAllowed] = "There is no such page",
            [ProblemCode.SettingsFormatUnknown] = "There is no such file",
            [ProblemCode.ScopeMissing] = "Your key does not open this",
            [ProblemCode.ReportOfAnotherKey] = "This report is somebody else’s",
            [ProblemCode.FormOfAnotherSite] = "This form came from another site",
            [ProblemCode.HostNotAllowed] = "Not under this name",
            [ProblemCode.NothingRecommended] = "There are no settings yet",
            [ProblemCode.ProtocolNotUsable] = "There are no settings for this",
            [ProblemCode.TooManyRequests] = "Too many requests at once",
            [ProblemCode.TooManyWrongKeys] = "Too many wrong keys",
            [ProblemCode.TooManyAssessments] = "Too many checks at once",
            [ProblemCode.TooManyFailedSignIns] = "Too many wrong passwords",
            [ProblemCode.StorageUnavailable] = "Reports cannot be opened just now",
            [ProblemCode.Stopping] = "The service is being restarted",
        },
        OtherTitle = "This could not be done",
        Texts = new Dictionary<string, string>
        {
            [ProblemCode.NotFound] = "The link may be old, or mistyped.",
            [ProblemCode.MethodNotAllowed] = "The link may be old, or mistyped.",
            [ProblemCode.BadRequest] = "What the browser sent could not be understood.",
            [ProblemCode.InvalidRequest] = "The address of the page has something in it that does not belong there.",
            [ProblemCode.ScopeMissing] = "The key that you signed in with is for other things.",
            [ProblemCode.ReportOfAnotherKey] = "It was made with another key, and only that key may remove it.",
            [ProblemCode.FormOfAnotherSite] = "It was not sent from our own pages, so nothing was done: another site may be trying to use your sign-in.",
            [ProblemCode.HostNotAllowed] = "This installation is for this machine only and does not answer under this name.",
            [ProblemCode.TooManyRequests] = "The requests of this minute are used up.",
            [ProblemCode.StorageUnavailable] = "The reports’ database does not answer at the moment.",
        },
        Remedies = new Dictionary<string, string>
        {
            [ProblemCode.NotFound] = "Begin at the start page, or look for the report in the history.",
            [ProblemCode.MethodNotAllowed] = "Begin at the start page, or look for the report in the history.",
            [ProblemCode.AssessmentNotFound] = "Check again; it usually takes a few seconds.",
            [ProblemCode.SettingsFormatUnknown] = "Go back to the report: it links to every file that there is.",
            [ProblemCode.ScopeMissing] = "Ask the operator for a key that may run checks.",
            [ProblemCode.ReportOfAnotherKey] = "Ask whoever made it to remove it. It is removed by itself when it expires.",
            [ProblemCode.FormOfAnotherSite] = "Open the start page and send the form from there.",
            [ProblemCode.HostNotAllowed] = "Open it under the name localhost on the machine that it runs on.",
            [ProblemCode.NothingRecommended] = "Go back to the report and fix first what it names.",
            [ProblemCode.ProtocolNotUsable] = "Go back to the report and take the settings that it shows.",
            [ProblemCode.TooManyRequests] = "Wait a minute, then try again.",
            [ProblemCode.TooManyWrongKeys] = "Wait a minute, then enter the right key.",
            [ProblemCode.TooManyAssessments] = "Wait a minute, then try again.",
            [ProblemCode.TooManyFailedSignIns] = "Check the servers without the password, or wait for an hour.",
            [ProblemCode.StorageUnavailable] = "Try again in a minute. If it goes on, tell the operator.",
            [ProblemCode.Stopping] = "Try again in a minute.",
        },
        OtherRemedy = "Go back and try it another way, or begin at the start page.",
    };
}
