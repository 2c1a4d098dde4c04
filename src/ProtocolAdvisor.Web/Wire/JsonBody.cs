using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Wire;

/// <summary>A request body read strictly: either a value, or the problem that says what is wrong with it.</summary>
internal abstract class JsonBody
{
    /// <summary>Bytes that a body may have.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>Why there is no value.</summary>
    public ApiProblem? Problem { get; protected init; }

    /// <summary>Holds the value against its validator; null when it is valid.</summary>
    public abstract ApiProblem? Validate(IServiceProvider services);
}

/// <summary>A request body of one type.</summary>
/// <typeparam name="T">The type.</typeparam>
internal sealed class JsonBody<T> : JsonBody, IBindableFromHttpContext<JsonBody<T>>, IEndpointParameterMetadataProvider
    where T : class
{
    private T? _value;

    /// <summary>The value; only there once the body was found valid.</summary>
    public T Value => _value ?? throw new InvalidOperationException("The body was not valid.");

    /// <inheritdoc/>
    public static async ValueTask<JsonBody<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        using var body = new MemoryStream();
        return await ReadAsync(context.Request, body) is { } problem ? new JsonBody<T> { Problem = problem } : Parse(body);
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));

    /// <inheritdoc/>
    public override ApiProblem? Validate(IServiceProvider services) => Problem
        ?? (services.GetRequiredService<FluentValidation.IValidator<T>>().Validate(Value) is { IsValid: false } result
            ? ApiProblem.Invalid(MemberPaths.Errors(result)) : null);

    private static async Task<ApiProblem?> ReadAsync(HttpRequest request, MemoryStream body)
    {
        if (!request.HasJsonContentType()) return ApiProblem.Of(StatusCodes.Status415UnsupportedMediaType, ProblemCode.UnsupportedMediaType, "application/json is expected.");
        if (request.ContentLength > MaxBytes) return TooLarge();
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (body.Length + read > MaxBytes) return TooLarge();
            body.Write(buffer, 0, read);
        }

        return null;
    }

    private static ApiProblem TooLarge() =>
        ApiProblem.Of(StatusCodes.Status413PayloadTooLarge, ProblemCode.BodyTooLarge, "A request body may have 64 KiB.");

    private static JsonBody<T> Parse(MemoryStream body)
    {
        try
        {
            var options = new JsonDocumentOptions { MaxDepth = WireJson.Options.MaxDepth, AllowDuplicateProperties = false };
            using var document = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length), options);
            var errors = JsonShape.Errors(document.RootElement, typeof(T), WireJson.Options);
            return errors.Count > 0
                ? new JsonBody<T> { Problem = ApiProblem.Invalid(errors) }
                : new JsonBody<T> { _value = document.RootElement.Deserialize<T>(WireJson.Options) };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return new JsonBody<T> { Problem = Malformed() };
        }
    }

    private static ApiProblem Malformed() => ApiProblem.Of(
        StatusCodes.Status400BadRequest, ProblemCode.MalformedJson, "The body is not well-formed JSON, nests too deeply, or names a member twice.") with
    {
        Errors = [new WrongMember("$", ProblemCode.MalformedJson, "One JSON object is expected.")],
    };
}
