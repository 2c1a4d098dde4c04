namespace ProtocolAdvisor.Discovery.Autoconfig;

/// <summary>
/// An element of a small XML document, with what settings files need of it. Not LINQ's <c>XElement</c>: that keeps every name it ever saw,
/// so that strangers' documents would fill the memory for good.
/// </summary>
/// <param name="name">The name without prefix.</param>
/// <param name="type">The <c>type</c> attribute, null when there is none.</param>
/// <param name="url">The <c>url</c> attribute, null when there is none.</param>
/// <param name="id">The <c>id</c> attribute, null when there is none.</param>
internal sealed class MarkupElement(string name, string? type, string? url = null, string? id = null)
{
    /// <summary>Most characters kept of an element's text; no word of a settings file is as long.</summary>
    internal const int MaxText = 1024;

    private readonly List<MarkupElement> _children = [];
    private string _text = string.Empty;

    /// <summary>The name without prefix.</summary>
    internal string Name => name;

    /// <summary>The <c>type</c> attribute, null when there is none.</summary>
    internal string? Type => type;

    /// <summary>The <c>url</c> attribute, null when there is none.</summary>
    internal string? Url => url;

    /// <summary>The <c>id</c> attribute, null when there is none.</summary>
    internal string? Id => id;

    /// <summary>The elements directly inside, in their order.</summary>
    internal IReadOnlyList<MarkupElement> Children => _children;

    /// <summary>The texts of the elements of this name directly inside, trimmed; empty ones left out.</summary>
    internal IEnumerable<string> TextsOf(string child) =>
        _children.Where(x => x.Name == child).Select(x => x._text.Trim()).Where(x => x.Length > 0);

    /// <summary>Puts an element behind those that are inside already.</summary>
    internal void Add(MarkupElement child) => _children.Add(child);

    /// <summary>Puts text behind what is there already, up to <see cref="MaxText"/>.</summary>
    internal void Add(string text) => _text += text[..Math.Min(text.Length, MaxText - _text.Length)];
}
