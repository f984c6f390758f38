package ai.opsai.sampler.connector;

import ai.opsai.platform.outbound.OutboundFailure;
import ai.opsai.platform.problem.ProblemCode;

/** Codes and sentences for what providers do wrong: what happened, and what to do about it. */
final class Sentences {

    private static final int MAX_QUOTED = 200;

    private Sentences() {}

    static ProblemCode code(int status) {
        return switch (status) {
            case 401 -> ProblemCode.PROVIDER_TOKEN_REJECTED;
            case 403 -> ProblemCode.PROVIDER_FORBIDDEN;
            case 404, 410 -> ProblemCode.PROVIDER_NOT_FOUND;
            case 408, 504 -> ProblemCode.PROVIDER_TIMEOUT;
            default -> ProblemCode.PROVIDER_ERROR;
        };
    }

    static String of(int status, String said) {
        String what = switch (status) {
            case 401 -> "The provider rejects the token (401). Connect the account again, or paste a valid token.";
            case 403 -> "The provider forbids this (403). Grant the missing scope or permission, then connect again.";
            case 404, 410 ->
                "The provider finds nothing at this address (" + status
                        + "). Check that the account has this feature and the API address is right.";
            default ->
                "The provider answers with an error (" + status + "). Try again later; its status page may tell more.";
        };
        return said.isBlank() ? what : what + " It says: " + capped(said);
    }

    static ProblemCode code(OutboundFailure.Code code) {
        return switch (code) {
            case EGRESS_BLOCKED, REDIRECT_BLOCKED -> ProblemCode.EGRESS_BLOCKED;
            case TIMEOUT -> ProblemCode.PROVIDER_TIMEOUT;
            case CONNECT_FAILED, CONNECTION_CLOSED, TLS_ERROR -> ProblemCode.PROVIDER_ERROR;
            case TRUNCATED, RESPONSE_TOO_LARGE, INVALID_RESPONSE -> ProblemCode.PROVIDER_INVALID_RESPONSE;
        };
    }

    static String of(OutboundFailure failure) {
        return switch (failure.code()) {
            case EGRESS_BLOCKED, REDIRECT_BLOCKED ->
                "The address may not be called: " + failure.getMessage() + " Check the provider's API address.";
            case TIMEOUT -> "The provider did not answer in time. Try again; if it stays, check its status page.";
            case CONNECT_FAILED -> "The provider can't be reached. Check the API address and its status page.";
            case CONNECTION_CLOSED -> "The provider closed the connection before it answered. Try again later.";
            case TRUNCATED -> "The provider's answer ended half-way. Try again; if it stays, check its status page.";
            case TLS_ERROR -> "The provider's certificate is not valid, so nothing was sent. Check the API address.";
            case RESPONSE_TOO_LARGE ->
                "The provider's answer is larger than we read. Ask its support about page sizes.";
            case INVALID_RESPONSE -> "The provider's answer is no valid HTTP. Check the API address.";
        };
    }

    /** What the decoder wants to see. */
    static String name(DecoderPlan decoder) {
        return switch (decoder) {
            case DecoderPlan.Json(), DecoderPlan.JsonLines() -> "JSON";
            case DecoderPlan.Lines() -> "text";
            case DecoderPlan.Csv _ -> "CSV";
            case DecoderPlan.Xml() -> "XML";
            case DecoderPlan.Gzip(DecoderPlan inner) -> "gzip of " + name(inner);
            case DecoderPlan.Zip(DecoderPlan inner) -> "zip of " + name(inner);
        };
    }

    /** Foreign text is shortened and loses its control characters. */
    static String capped(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= MAX_QUOTED ? line : line.substring(0, MAX_QUOTED) + "…";
    }
}
