using System.Text.Json.Serialization;

namespace ProtocolAdvisor.Mail;

/// <summary>The closed list of remarks. Each language's table has a sentence for every member.</summary>
[JsonConverter(typeof(KebabCase<RemarkCode>))]
public enum RemarkCode
{
    /// <summary><c>text</c>: the sentence of an earlier version.</summary>
    AsWritten,

    /// <summary><c>count</c> more remarks were dropped.</summary>
    More,

    /// <summary>A web page in place of a settings file.</summary>
    WebPage,

    /// <summary>The file is empty.</summary>
    FileEmpty,

    /// <summary>At <c>line</c> and <c>column</c> it is no XML.</summary>
    NotXml,

    /// <summary>At <c>line</c> and <c>column</c> a document type definition begins.</summary>
    TypeDefinition,

    /// <summary>At <c>line</c> and <c>column</c> there were more than <c>limit</c> elements, attributes and texts.</summary>
    TooManyNodes,

    /// <summary>At <c>line</c> and <c>column</c> elements stand more than <c>limit</c> deep in each other.</summary>
    TooDeep,

    /// <summary>The root element is <c>word</c>.</summary>
    OtherRoot,

    /// <summary>There is no emailProvider.</summary>
    NoProvider,

    /// <summary>It speaks for other domains than <c>domain</c>.</summary>
    OtherDomains,

    /// <summary>Of <c>count</c> providers number <c>number</c> was read.</summary>
    OneOfSeveral,

    /// <summary>There is no server.</summary>
    NoServer,

    /// <summary>Of <c>count</c> servers only the first <c>limit</c> were read.</summary>
    TooManyServers,

    /// <summary>A server's type is <c>word</c>.</summary>
    TypeUnknown,

    /// <summary>There is no element <c>word</c>.</summary>
    ElementMissing,

    /// <summary>The host name <c>word</c> has one label.</summary>
    HostOneLabel,

    /// <summary>The host name <c>word</c> is none.</summary>
    HostInvalid,

    /// <summary>The port <c>word</c> is none.</summary>
    PortInvalid,

    /// <summary>The <c>port</c> is that of <c>protocol</c>.</summary>
    PortForeign,

    /// <summary>The <c>port</c> is that of <c>protocol</c> over TLS.</summary>
    PortForeignTls,

    /// <summary>The <c>port</c> is one of implicit TLS, and the security another.</summary>
    PortOfTls,

    /// <summary>The <c>port</c> begins in clear, and the security is implicit TLS.</summary>
    PortOfClearText,

    /// <summary>The security is called <c>word</c>.</summary>
    SecurityUnknown,

    /// <summary>A way to sign in is called <c>word</c>.</summary>
    AuthenticationUnknown,

    /// <summary>The user name has more than <c>limit</c> characters.</summary>
    UsernameTooLong,

    /// <summary>The user name cannot be shown.</summary>
    UsernameUnprintable,

    /// <summary>The user name has an unknown placeholder.</summary>
    UsernamePlaceholder,

    /// <summary>The user name has no placeholder.</summary>
    UsernameFixed,

    /// <summary>At <c>line</c> and <c>column</c> it is no JSON, or one of more than <c>limit</c> levels.</summary>
    NotJson,

    /// <summary>The JSON holds half a surrogate pair.</summary>
    HalfCharacter,

    /// <summary>The JSON has no object "protocols".</summary>
    NoProtocols,

    /// <summary>The member <c>word</c> is no object.</summary>
    NotAnObject,

    /// <summary>The member <c>word</c> is there more than once.</summary>
    SaidTwice,

    /// <summary>A protocol has no host.</summary>
    NoHost,

    /// <summary>No digest is published beside the file.</summary>
    NoDigest,

    /// <summary>The lookup of the digest failed.</summary>
    DigestNotFoundOut,

    /// <summary>The target of an SRV record is no server.</summary>
    NoServerThere,

    /// <summary>The name resolves as every name below the domain does.</summary>
    LikeAnyName,

    /// <summary>Every name below the domain resolves.</summary>
    AnyName,

    /// <summary>A server was asked for a stand-in of the address.</summary>
    StandInAsked,

    /// <summary>An answer was not waited for.</summary>
    NotAwaited,

    /// <summary>A web server's certificate has faults.</summary>
    CertificateAtFault,

    /// <summary>The address in <c>word</c> may not be shown: it is not https, holds a user name, leads to no public host, or is too long.</summary>
    UrlInvalid,

    /// <summary>There was more than <c>bytes</c> of it.</summary>
    TooLong,

    /// <summary>A line had more than <c>bytes</c>.</summary>
    LineTooLong,

    /// <summary>A reply had more than <c>bytes</c>.</summary>
    ReplyTooLong,

    /// <summary>A reply had more than <c>lines</c>.</summary>
    TooManyLines,

    /// <summary>A literal was announced with <c>bytes</c>, which may be more than a number holds.</summary>
    LiteralTooLong,

    /// <summary>A reply was nested too deep.</summary>
    TooManyParentheses,
}
