using Microsoft.AspNetCore.Components;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console;

/// <summary>What pages and their parts share: the request that they are rendered for.</summary>
public abstract class ConsoleComponent : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public required PageContext Context { get; set; }

    /// <summary>The language of the page's words.</summary>
    protected Language Language => Context.Language;
}
