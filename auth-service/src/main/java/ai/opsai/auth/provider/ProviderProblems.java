package ai.opsai.auth.provider;

import ai.opsai.platform.outbound.OutboundFailure;
import ai.opsai.platform.outbound.OutboundResponse;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;

/** What a provider's refusal means to the user who connects it. */
final class ProviderProblems {

    private ProviderProblems() {}

    static ProblemException of(Provider provider, OutboundFailure failure) {
        String name = provider.name();
        return switch (failure.code()) {
            case EGRESS_BLOCKED, REDIRECT_BLOCKED ->
                new ProblemException(
                        ProblemCode.EGRESS_BLOCKED,
                        name + "'s address may not be called from here: " + failure.getMessage());
            case TIMEOUT ->
                new ProblemException(
                        ProblemCode.PROVIDER_TIMEOUT, name + " does not answer. Check its status page, and try again.");
            case CONNECT_FAILED, CONNECTION_CLOSED, TLS_ERROR ->
                new ProblemException(ProblemCode.PROVIDER_ERROR, name + " can't be reached: " + failure.getMessage());
            case TRUNCATED, RESPONSE_TOO_LARGE, INVALID_RESPONSE -> invalid(provider);
        };
    }

    static ProblemException of(Provider provider, OutboundResponse response, Instant now) {
        String name = provider.name();
        int status = response.status();
        if (limited(provider.rateLimit(), response)) {
            Instant retryAt = RetryAfter.of(provider.rateLimit(), response, now);
            return new ProblemException(
                    ProblemCode.PROVIDER_RATE_LIMITED,
                    name + " asks to slow down; the call is possible again at " + retryAt + ".",
                    retryAt,
                    List.of());
        }
        return switch (status) {
            case 401 ->
                new ProblemException(
                        ProblemCode.PROVIDER_TOKEN_REJECTED,
                        name
                                + " does not accept this access token. It may be mistyped, expired or"
                                + " revoked: make a new one.");
            case 403 ->
                new ProblemException(
                        ProblemCode.PROVIDER_FORBIDDEN,
                        name
                                + " accepts the token but forbids reading the account. Give the token the"
                                + " scopes that it needs.");
            case 404 ->
                new ProblemException(
                        ProblemCode.PROVIDER_NOT_FOUND,
                        name + " finds no account behind this token. Check that it is a token of " + name + ".");
            default ->
                status >= 500
                        ? new ProblemException(
                                ProblemCode.PROVIDER_ERROR,
                                name + " fails with status " + status + ". Check its status page, and try again later.")
                        : invalid(provider);
        };
    }

    private static boolean limited(RateLimit limit, OutboundResponse response) {
        String remaining = limit.remaining();
        boolean usedUp = remaining != null && "0".equals(response.header(remaining));
        return limit.statuses().contains(response.status()) || (response.status() == 403 && usedUp);
    }

    static ProblemException invalid(Provider provider) {
        return new ProblemException(
                ProblemCode.PROVIDER_INVALID_RESPONSE,
                provider.name() + "'s answer can't be read. If it stays so, check the address of its API.");
    }
}
