package ai.opsai.sampler.sample;

import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.connector.ProviderAccess;
import ai.opsai.sampler.connector.ProviderFailure;
import ai.opsai.sampler.token.Token;
import ai.opsai.sampler.token.TokenAnswer;
import ai.opsai.sampler.token.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The access of one run. A token near its end is asked for again, also in the middle of a run; one that the provider
 * rejects is replaced once, and a second rejection is final. Thread-safe.
 */
final class Access {

    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final Tokens tokens;
    private final SampleOrder order;
    private final Clock clock;
    private @Nullable Token token;
    private boolean renewed;

    Access(Tokens tokens, SampleOrder order, Clock clock) {
        this.tokens = tokens;
        this.order = order;
        this.clock = clock;
    }

    /** Gets the token, so that a run without one ends before it begins. */
    void open() {
        var _ = current();
    }

    <T> T with(Function<ProviderAccess, T> call) {
        Token used = current();
        try {
            return call.apply(access(used));
        } catch (ProviderFailure e) {
            if (e.code() != ProblemCode.PROVIDER_TOKEN_REJECTED) {
                throw e;
            }
            return call.apply(access(replaced(used, e)));
        }
    }

    private synchronized Token current() {
        Token held = token;
        if (held == null || held.expiresBefore(clock.instant().plus(MARGIN))) {
            held = released(null);
            token = held;
        }
        return held;
    }

    /** Several reads may be refused with the same token: the first gets a new one for all. */
    private synchronized Token replaced(Token rejected, ProviderFailure refusal) {
        Token held = token;
        if (held != null && held.version() != rejected.version()) {
            return held;
        }
        if (renewed) {
            throw refusal;
        }
        renewed = true;
        Token fresh = released(rejected.version());
        token = fresh;
        return fresh;
    }

    private Token released(@Nullable Long rejectedVersion) {
        return switch (tokens.release(order.tenantId(), order.connectionId(), rejectedVersion)) {
            case TokenAnswer.Released(Token fresh) -> fresh;
            case TokenAnswer.ReauthRequired() -> throw consentNeeded();
            case TokenAnswer.Gone() ->
                throw new SampleRefused(ProblemCode.GONE, "The connection ended before its sample was made.");
            case TokenAnswer.Unavailable(var retryAt) -> throw new TokenUnavailable(retryAt);
        };
    }

    static SampleRefused consentNeeded() {
        return new SampleRefused(
                ProblemCode.PROVIDER_TOKEN_REJECTED,
                "The provider no longer accepts this connection's consent. Connect the account again.");
    }

    /** The token, where there is one, stands where manifests expect it: at the top, and among credentials. */
    private static ProviderAccess access(Token token) {
        Map<String, @Nullable Object> config = new LinkedHashMap<>(token.config());
        if (!token.secret().isEmpty()) {
            config.put("access_token", token.secret());
            config.putIfAbsent("credentials", Map.of("access_token", token.secret()));
        }
        return new ProviderAccess(token.secret(), token.header(), config, token.allowedHosts(), token.apiBase());
    }
}
