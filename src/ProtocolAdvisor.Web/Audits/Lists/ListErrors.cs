namespace ProtocolAdvisor.Web.Audits.Lists;

/// <summary>The stable codes of what can be wrong with a list; each is also the key of its sentence.</summary>
internal static class ListErrors
{
    /// <summary>It is none of what may be asked.</summary>
    public const string Subject = "subject-invalid";

    /// <summary>It is a server, and what is spoken there cannot be told from what is written.</summary>
    public const string Scheme = "subject-protocol-unknown";

    /// <summary>It names a host or a port that may not be dialled.</summary>
    public const string NotAllowed = "subject-not-allowed";

    /// <summary>The first line is neither a subject nor a heading that names the column of subjects.</summary>
    public const string Heading = "heading-unknown";

    /// <summary>The line has no cell where its subject should be.</summary>
    public const string Cell = "subject-cell-missing";

    /// <summary>A quotation mark is opened and not closed.</summary>
    public const string Quote = "quote-unclosed";

    /// <summary>The list's own word for a subject is too long, or has characters that are none.</summary>
    public const string Reference = "reference-invalid";

    /// <summary>The line is too long to be one of a list.</summary>
    public const string LineLength = "line-too-long";

    /// <summary>The line is not UTF-8.</summary>
    public const string Encoding = "not-utf-8";

    /// <summary>It is a file of another kind.</summary>
    public const string OtherFile = "not-a-text-list";

    /// <summary>There is no subject in it.</summary>
    public const string Empty = "subjects-count";

    /// <summary>Further lines are wrong, too.</summary>
    public const string Further = "further-lines-wrong";

    /// <summary>There is no such audit to compare with.</summary>
    public const string UnknownAudit = "audit-unknown";

    /// <summary>Every code.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Subject, Scheme, NotAllowed, Heading, Cell, Quote, Reference, LineLength, Encoding, OtherFile, Empty, Further, UnknownAudit];
}
