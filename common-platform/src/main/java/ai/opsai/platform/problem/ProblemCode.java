package ai.opsai.platform.problem;

import java.util.Locale;

/** The stable codes of the API. Clients switch on them: one is never renamed, nor moved to another status. */
public enum ProblemCode {
    MALFORMED_JSON(400, "The body is not valid JSON"),
    INVALID_REQUEST(400, "The request is not valid"),
    INVALID_TENANT_ID(400, "The tenant id is not valid"),
    ACCESS_TOKEN_MISSING(400, "The access token is missing"),
    INVALID_CURSOR(400, "The cursor is not valid"),
    OAUTH_STATE_INVALID(400, "This sign-in is not known, was used, or is too old"),
    ISSUER_MISMATCH(400, "The answer came from another authorization server"),
    UNAUTHENTICATED(401, "Who calls is not known"),
    TENANT_FORBIDDEN(403, "Another tenant's data"),
    FORBIDDEN(403, "This call is not allowed"),
    UNKNOWN_PROVIDER(404, "No such provider"),
    UNKNOWN_CONNECTION(404, "No such connection"),
    UNKNOWN_OPERATION(404, "No such operation"),
    UNKNOWN_ENTITY(404, "No such entity"),
    NO_SCHEMA(404, "No schema yet"),
    NOT_FOUND(404, "Nothing here"),
    METHOD_NOT_ALLOWED(405, "Another method is needed"),
    NOT_ACCEPTABLE(406, "No answer in the wanted form"),
    NO_SAMPLES(409, "No samples yet"),
    AMBIGUOUS_ENTITY(409, "Several connections have this id"),
    ACCOUNT_MISMATCH(409, "Another account"),
    IDEMPOTENCY_IN_PROGRESS(409, "The same request is being worked on"),
    REAUTH_REQUIRED(409, "The provider wants a new consent"),
    GONE(410, "This is gone"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The content type is not understood"),
    IDEMPOTENCY_MISMATCH(422, "The idempotency key belongs to another request"),
    PROVIDER_NOT_CONFIGURED(422, "The provider's OAuth app is not configured"),
    PROVIDER_TOKEN_REJECTED(422, "The provider rejects the token"),
    PROVIDER_FORBIDDEN(422, "The provider forbids this"),
    INSUFFICIENT_SCOPE(422, "The scopes that were granted don't suffice"),
    PROVIDER_NOT_FOUND(422, "The provider finds nothing there"),
    EGRESS_BLOCKED(422, "This address may not be called"),
    RATE_LIMITED(429, "Too many requests"),
    INTERNAL_ERROR(500, "Something went wrong here"),
    PROVIDER_ERROR(502, "The provider failed"),
    PROVIDER_INVALID_RESPONSE(502, "The provider's answer can't be read"),
    PROVIDER_RATE_LIMITED(503, "The provider asks to slow down"),
    UNAVAILABLE(503, "Not available at the moment"),
    PROVIDER_TIMEOUT(504, "The provider does not answer");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The code of that form; the reverse of {@link #wire()}. */
    public static ProblemCode ofWire(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    /** The form on the wire: lower case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
