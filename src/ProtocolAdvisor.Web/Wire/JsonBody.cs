using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Wire;

/// <summary>A request body read strictly: either a value, or the problem that says what is wrong with it.</summary>
internal abstract class JsonBody
{
    /// <summary>Bytes that a body may have.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Why there is no value.</summary>
    public Problem? Problem { get; protected init; }

    /// <summary>Holds the value against its validator; null when it is valid.</summary>
    public abstract Problem? Validate(IServiceProvider services);

    /// <summary>A body of a type, that did not come as one.</summary>
    public static JsonBody Of(ReadOnlyMemory<byte> json, Type type) =>
        (JsonBody)typeof(JsonBody<>).MakeGenericType(type).GetMethod(nameof(JsonBody<object>.Of), [typeof(ReadOnlyMemory<byte>)])!.Invoke(null, [json])!;

    /// <summary>It is no JSON.</summary>
    public static Problem Malformed() => Problem.Of(StatusCodes.Status400BadRequest, ProblemCode.MalformedJson) with
    {
        Complaints = [Complaint.Of("$", ProblemCode.MalformedJson, "one-object")],
    };
}

/// <summary>A request body of one type.</summary>
/// <typeparam name="T">The type.</typeparam>
internal sealed class JsonBody<T> : JsonBody, IBindableFromHttpContext<JsonBody<T>>, IEndpointParameterMetadataProvider
    where T : class
{
    private T? _value;
    private IReadOnlyList<Complaint> _errors = [];
    private JsonRemainder<T>? _remainder;

    /// <summary>The value; only there once the body was found valid.</summary>
    public T Value => Problem is null && _value is { } value ? value : throw new InvalidOperationException("The body was not valid.");

    /// <inheritdoc/>
    public static async ValueTask<JsonBody<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        using var body = new MemoryStream((int)Math.Min(context.Request.ContentLength ?? 0, MaxBytes));
        return await BodyReader.ReadAsync(context.Request, body) is { } problem
            ? new JsonBody<T> { Problem = problem } : Of(body.GetBuffer().AsMemory(0, (int)body.Length));
    }

    /// <summary>A body that did not come as one.</summary>
    public static JsonBody<T> Of(ReadOnlyMemory<byte> json)
    {
        try
        {
            var text = WithoutByteOrderMark(json);
            if (AtOnce(text.Span) is { } value) return new JsonBody<T> { _value = value };

            // Duplicates are the shape's to name; here they would only be malformed.
            var options = new JsonDocumentOptions { MaxDepth = WireJson.Options.MaxDepth };
            using var document = JsonDocument.Parse(text, options);
            var errors = JsonShape.Errors(document.RootElement, typeof(T), WireJson.IgnoringUnknown);
            return errors.Any(x => x.Code != JsonShape.UnknownMember)
                ? new JsonBody<T> { Problem = Problem.Invalid(errors), _errors = errors, _remainder = JsonRemainder<T>.Of(document.RootElement, errors) }
                : new JsonBody<T> { _value = document.RootElement.Deserialize<T>(WireJson.IgnoringUnknown), _errors = errors };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return new JsonBody<T> { Problem = Malformed() };
        }
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));

    /// <inheritdoc/>
    public override Problem? Validate(IServiceProvider services)
    {
        if ((_value ?? _remainder?.Value) is not { } value) return Problem;
        var judged = services.GetRequiredService<FluentValidation.IValidator<T>>().Validate(value);
        if (judged.IsValid && _errors.Count == 0) return null;
        var wrong = MemberPaths.Errors(judged).Where(x => _remainder?.Concerns(x.Path) ?? true).ToList();
        return _errors.Count + wrong.Count > 0 ? Problem.Invalid([.. _errors, .. wrong]) : null;
    }

    // Most bodies are right, and then the serializer is as strict as the shape, but for nulls in arrays. What is wrong with the others, the shape tells.
    private static T? AtOnce(ReadOnlySpan<byte> text)
    {
        if (text.Contains((byte)'[')) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(text, WireJson.Received);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // RFC 8259 §8.1: a parser may ignore it, and some clients cannot but send it.
    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> text) =>
        text.Span.StartsWith("\uFEFF"u8) ? text[3..] : text;
}
