package ai.opsai.sandbox.stripe;

import ai.opsai.sandbox.http.RateLimit;
import ai.opsai.sandbox.http.Request;
import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.http.Router;
import ai.opsai.sandbox.http.Site;
import ai.opsai.sandbox.oauth.Access;
import ai.opsai.sandbox.oauth.StripeOAuth;
import ai.opsai.sandbox.oauth.TokenStore;
import ai.opsai.sandbox.world.Community;
import ai.opsai.sandbox.world.Provider;
import ai.opsai.sandbox.world.World;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Stands in for marketplace.stripe.com, connect.stripe.com and api.stripe.com. */
public final class StripeSite implements Site {

    private static final String NO_KEY =
            "You did not provide an API key. You need to provide your API key in the Authorization header, using"
                    + " Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').";

    private final Router signIn = new Router();
    private final Map<String, StripeApi> accounts = new HashMap<>();
    private final TokenStore tokens;
    private final Clock clock;
    private final RateLimit limit;
    private final AtomicLong requests = new AtomicLong();

    /** @param leniency by how much the published limits are multiplied */
    public StripeSite(World world, StripeOAuth oauth, TokenStore tokens, Clock clock, int leniency) {
        for (Community community : world.communities()) {
            accounts.put(community.account(), new StripeApi(LedgerBuilder.build(community, world.truth())));
        }
        this.tokens = tokens;
        this.clock = clock;
        this.limit = new RateLimit(100 * leniency, Duration.ofSeconds(1), clock);
        oauth.addTo(signIn);
    }

    @Override
    public String name() {
        return Provider.STRIPE.id();
    }

    @Override
    public Response answer(Request request) {
        Response signedIn = signIn.answer(request);
        Response response = signedIn == null ? authenticated(request) : signedIn;
        return response.with("Request-Id", "req_%014d".formatted(requests.incrementAndGet()))
                .with("Stripe-Version", StripeRows.VERSION);
    }

    private Response authenticated(Request request) {
        String key = key(request);
        Access access = tokens.find(Provider.STRIPE, key);
        if (key == null) {
            return StripeErrors.of(401, null, NO_KEY, null);
        }
        if (access == null) {
            return StripeErrors.of(401);
        }
        if (access.expired(clock.instant())) {
            return StripeErrors.of(401, "api_key_expired", "Expired API Key provided: sk_live_********", null);
        }
        return limit.use(key).exceeded()
                ? StripeErrors.of(429)
                : Objects.requireNonNull(accounts.get(access.account())).answer(request);
    }

    private static @Nullable String key(Request request) {
        String basic = request.basic();
        return basic == null ? request.bearer() : basic.substring(0, Math.max(0, basic.indexOf(':')));
    }

    @Override
    public Response error(int status) {
        return StripeErrors.of(status);
    }
}
