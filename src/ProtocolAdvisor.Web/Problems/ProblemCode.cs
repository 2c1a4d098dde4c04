namespace ProtocolAdvisor.Web.Problems;

/// <summary>The stable codes of refusals: the <c>code</c> member of every <c>application/problem+json</c>.</summary>
internal static class ProblemCode
{
    /// <summary>The body is not JSON.</summary>
    public const string MalformedJson = "malformed-json";

    /// <summary>Members of the request are wrong; <c>errors</c> lists them.</summary>
    public const string InvalidRequest = "invalid-request";

    /// <summary>The request cannot be read as HTTP.</summary>
    public const string BadRequest = "bad-request";

    /// <summary>A key is needed.</summary>
    public const string KeyRequired = "key-required";

    /// <summary>The key is not known.</summary>
    public const string KeyUnknown = "key-unknown";

    /// <summary>The key may not do this.</summary>
    public const string ScopeMissing = "scope-missing";

    /// <summary>The report is another key's, and only its own or one that administers may remove it.</summary>
    public const string ReportOfAnotherKey = "report-of-another-key";

    /// <summary>Too many wrong keys from this address lately.</summary>
    public const string TooManyWrongKeys = "too-many-wrong-keys";

    /// <summary>Another site has sent one of our forms.</summary>
    public const string FormOfAnotherSite = "form-of-another-site";

    /// <summary>A caller without a key used a name that is not ours.</summary>
    public const string HostNotAllowed = "host-not-allowed";

    /// <summary>Nothing is there.</summary>
    public const string NotFound = "not-found";

    /// <summary>The report does not exist, or no longer.</summary>
    public const string AssessmentNotFound = "assessment-not-found";

    /// <summary>The invite does not exist, or is over.</summary>
    public const string InviteNotFound = "invite-not-found";

    /// <summary>The audit, or its result, does not exist, or not for this caller.</summary>
    public const string AuditNotFound = "audit-not-found";

    /// <summary>The audit has come to its end: there is nothing to pause or to go on with.</summary>
    public const string AuditDone = "audit-done";

    /// <summary>There is no such format of settings.</summary>
    public const string SettingsFormatUnknown = "settings-format-unknown";

    /// <summary>There is no such protocol.</summary>
    public const string ProtocolUnknown = "protocol-unknown";

    /// <summary>The report recommends neither protocol.</summary>
    public const string NothingRecommended = "nothing-recommended";

    /// <summary>The report knows no server of the protocol that may be used.</summary>
    public const string ProtocolNotUsable = "protocol-not-usable";

    /// <summary>The format of settings must name the outgoing server, and none is known.</summary>
    public const string OutgoingServerUnknown = "outgoing-server-unknown";

    /// <summary>The format of settings has no word for how one signs in.</summary>
    public const string SignInNotExpressible = "sign-in-not-expressible";

    /// <summary>The format of settings cannot say which user name the servers want.</summary>
    public const string UserNameNotExpressible = "user-name-not-expressible";

    /// <summary>The format of settings cannot name the server's port and encryption.</summary>
    public const string PortNotExpressible = "port-not-expressible";

    /// <summary>Settings were asked for an address of another domain than the report's.</summary>
    public const string EmailOfAnotherDomain = "email-of-another-domain";

    /// <summary>The resource has no such method.</summary>
    public const string MethodNotAllowed = "method-not-allowed";

    /// <summary>None of the accepted media types can be written.</summary>
    public const string NotAcceptable = "not-acceptable";

    /// <summary>The body arrived too slowly.</summary>
    public const string RequestTimeout = "request-timeout";

    /// <summary>The body is too large.</summary>
    public const string BodyTooLarge = "body-too-large";

    /// <summary>The body's media type is not JSON.</summary>
    public const string UnsupportedMediaType = "unsupported-media-type";

    /// <summary>The request names a host or port that may not be dialled.</summary>
    public const string TargetNotAllowed = "target-not-allowed";

    /// <summary>The queue of assessments is full.</summary>
    public const string TooManyAssessments = "too-many-assessments";

    /// <summary>The key's requests of this minute are used up.</summary>
    public const string TooManyRequests = "too-many-requests";

    /// <summary>The <c>Idempotency-Key</c> is none.</summary>
    public const string IdempotencyKeyInvalid = "idempotency-key-invalid";

    /// <summary>The <c>Idempotency-Key</c> was used for another request within a day.</summary>
    public const string IdempotencyKeyReused = "idempotency-key-reused";

    /// <summary>Too many wrong passwords lately.</summary>
    public const string TooManyFailedSignIns = "too-many-failed-sign-ins";

    /// <summary>The database cannot be used now.</summary>
    public const string StorageUnavailable = "storage-unavailable";

    /// <summary>The service is stopping.</summary>
    public const string Stopping = "stopping";

    /// <summary>Our own bug.</summary>
    public const string InternalError = "internal-error";

    /// <summary>The code of a status that says nothing more precise.</summary>
    public static string Of(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => KeyRequired,
        StatusCodes.Status403Forbidden => ScopeMissing,
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed,
        StatusCodes.Status406NotAcceptable => NotAcceptable,
        StatusCodes.Status408RequestTimeout => RequestTimeout,
        StatusCodes.Status413PayloadTooLarge => BodyTooLarge,
        StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType,
        StatusCodes.Status429TooManyRequests => TooManyRequests,
        StatusCodes.Status503ServiceUnavailable => StorageUnavailable,
        >= StatusCodes.Status500InternalServerError => InternalError,
        _ => BadRequest,
    };
}
