namespace ProtocolAdvisor.Web.Problems;

/// <summary>Every code of <see cref="ProblemCode"/> and the status that it comes with: a code has one.</summary>
internal static class ProblemStatuses
{
    /// <summary>By code, in the order of the statuses.</summary>
    public static IReadOnlyDictionary<string, int> All { get; } = new Dictionary<string, int>
    {
        [ProblemCode.BadRequest] = StatusCodes.Status400BadRequest,
        [ProblemCode.MalformedJson] = StatusCodes.Status400BadRequest,
        [ProblemCode.InvalidRequest] = StatusCodes.Status400BadRequest,
        [ProblemCode.ProtocolUnknown] = StatusCodes.Status400BadRequest,
        [ProblemCode.IdempotencyKeyInvalid] = StatusCodes.Status400BadRequest,
        [ProblemCode.KeyRequired] = StatusCodes.Status401Unauthorized,
        [ProblemCode.KeyUnknown] = StatusCodes.Status401Unauthorized,
        [ProblemCode.ScopeMissing] = StatusCodes.Status403Forbidden,
        [ProblemCode.ReportOfAnotherKey] = StatusCodes.Status403Forbidden,
        [ProblemCode.FormOfAnotherSite] = StatusCodes.Status403Forbidden,
        [ProblemCode.NotFound] = StatusCodes.Status404NotFound,
        [ProblemCode.AssessmentNotFound] = StatusCodes.Status404NotFound,
        [ProblemCode.InviteNotFound] = StatusCodes.Status404NotFound,
        [ProblemCode.AuditNotFound] = StatusCodes.Status404NotFound,
        [ProblemCode.SettingsFormatUnknown] = StatusCodes.Status404NotFound,
        [ProblemCode.MethodNotAllowed] = StatusCodes.Status405MethodNotAllowed,
        [ProblemCode.NotAcceptable] = StatusCodes.Status406NotAcceptable,
        [ProblemCode.RequestTimeout] = StatusCodes.Status408RequestTimeout,
        [ProblemCode.AuditDone] = StatusCodes.Status409Conflict,
        [ProblemCode.BodyTooLarge] = StatusCodes.Status413PayloadTooLarge,
        [ProblemCode.UnsupportedMediaType] = StatusCodes.Status415UnsupportedMediaType,
        [ProblemCode.HostNotAllowed] = StatusCodes.Status421MisdirectedRequest,
        [ProblemCode.TargetNotAllowed] = StatusCodes.Status422UnprocessableEntity,
        [ProblemCode.NothingRecommended] = StatusCodes.Status422UnprocessableEntity,
        [ProblemCode.ProtocolNotUsable] = StatusCodes.Status422UnprocessableEntity,
        [ProblemCode.OutgoingServerUnknown] = StatusCodes.Status422UnprocessableEntity,
        [ProblemCode.SignInNotExpressible] = StatusCodes.Status422UnprocessableEntity,
        [ProblemCode.UserNameNotExpressible] = StatusCodes.Status422UnprocessableEntity,
        [ProblemCode.PortNotExpressible] = StatusCodes.Status422UnprocessableEntity,
        [ProblemCode.EmailOfAnotherDomain] = StatusCodes.Status422UnprocessableEntity,
        [ProblemCode.IdempotencyKeyReused] = StatusCodes.Status422UnprocessableEntity,
        [ProblemCode.TooManyRequests] = StatusCodes.Status429TooManyRequests,
        [ProblemCode.TooManyWrongKeys] = StatusCodes.Status429TooManyRequests,
        [ProblemCode.TooManyAssessments] = StatusCodes.Status429TooManyRequests,
        [ProblemCode.TooManyFailedSignIns] = StatusCodes.Status429TooManyRequests,
        [ProblemCode.InternalError] = StatusCodes.Status500InternalServerError,
        [ProblemCode.StorageUnavailable] = StatusCodes.Status503ServiceUnavailable,
        [ProblemCode.Stopping] = StatusCodes.Status503ServiceUnavailable,
    };
}
