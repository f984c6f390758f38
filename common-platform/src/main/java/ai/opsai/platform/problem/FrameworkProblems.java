package ai.opsai.platform.problem;

import ai.opsai.platform.problem.Problem.FieldError;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** What the web framework's own refusals mean in the codes of the API. */
final class FrameworkProblems {

    private FrameworkProblems() {}

    static Problem of(Exception exception, HttpStatusCode status, @Nullable String correlationId) {
        return switch (exception) {
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable, correlationId);
            case MissingServletRequestParameterException missing ->
                invalid(missing.getParameterName(), "The parameter is required.", correlationId);
            case TypeMismatchException mismatch ->
                invalid(String.valueOf(mismatch.getPropertyName()), "The value has the wrong form.", correlationId);
            case HttpMediaTypeNotSupportedException _ ->
                Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.", correlationId);
            case HttpRequestMethodNotSupportedException method ->
                Problem.of(
                        ProblemCode.METHOD_NOT_ALLOWED,
                        method.getMethod().toUpperCase(Locale.ROOT) + " does nothing at this address.",
                        correlationId);
            default -> byStatus(status, correlationId);
        };
    }

    private static Problem unreadable(HttpMessageNotReadableException exception, @Nullable String correlationId) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case BodyTooLarge _ -> {
                    return Problem.of(ProblemCode.BODY_TOO_LARGE, BodyLimitFilter.SENTENCE, correlationId);
                }
                case DatabindException mismatch
                when mismatch.getCause() == null -> {
                    return invalid(path(mismatch), "The value has the wrong type.", correlationId);
                }
                default -> {
                    // Look further down.
                }
            }
        }
        boolean empty = exception.getCause() == null;
        return Problem.of(
                ProblemCode.MALFORMED_JSON,
                empty ? "A JSON body is required." : "The body can't be read as JSON; check quotes, commas and braces.",
                correlationId);
    }

    private static String path(DatabindException mismatch) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : mismatch.getPath()) {
            String name = step.getPropertyName();
            path.append(name == null ? "[" + step.getIndex() + "]" : (path.isEmpty() ? "" : ".") + name);
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static Problem invalid(String field, String message, @Nullable String correlationId) {
        return Problem.of(
                ProblemCode.INVALID_REQUEST,
                field + ": " + message,
                correlationId,
                null,
                List.of(new FieldError(field, message)));
    }

    private static Problem byStatus(HttpStatusCode status, @Nullable String correlationId) {
        return switch (status.value()) {
            case 404 -> Problem.of(ProblemCode.NOT_FOUND, "There is nothing at this address.", correlationId);
            case 406 ->
                Problem.of(ProblemCode.NOT_ACCEPTABLE, "This address does not answer in that form.", correlationId);
            case 413 -> Problem.of(ProblemCode.BODY_TOO_LARGE, BodyLimitFilter.SENTENCE, correlationId);
            case 503 -> Problem.of(ProblemCode.UNAVAILABLE, "Try again in a moment.", correlationId);
            default ->
                status.is5xxServerError()
                        ? Problem.of(ProblemCode.INTERNAL_ERROR, "This is our fault; try again.", correlationId)
                        : Problem.of(ProblemCode.INVALID_REQUEST, "The request can't be understood.", correlationId);
        };
    }
}
