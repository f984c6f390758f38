package ai.opsai.sandbox.hubspot;

import ai.opsai.sandbox.http.RateLimit;
import ai.opsai.sandbox.http.Request;
import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.http.Router;
import ai.opsai.sandbox.http.Site;
import ai.opsai.sandbox.oauth.Access;
import ai.opsai.sandbox.oauth.HubspotOAuth;
import ai.opsai.sandbox.oauth.TokenStore;
import ai.opsai.sandbox.world.Community;
import ai.opsai.sandbox.world.Provider;
import ai.opsai.sandbox.world.World;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Stands in for app.hubspot.com and api.hubapi.com. */
public final class HubspotSite implements Site {

    private final Router signIn = new Router();
    private final Map<String, HubspotApi> accounts = new HashMap<>();
    private final TokenStore tokens;
    private final Clock clock;
    private final RateLimit burst;
    private final RateLimit searches;
    private final RateLimit daily;

    /** @param leniency by how much the published limits are multiplied */
    public HubspotSite(World world, HubspotOAuth oauth, TokenStore tokens, Clock clock, int leniency) {
        for (Community community : world.communities()) {
            accounts.put(community.account(), new HubspotApi(PortalBuilder.build(community, world.truth())));
        }
        this.tokens = tokens;
        this.clock = clock;
        this.burst = new RateLimit(110 * leniency, Duration.ofSeconds(10), clock);
        this.searches = new RateLimit(5 * leniency, Duration.ofSeconds(1), clock);
        this.daily = new RateLimit(250_000 * leniency, Duration.ofDays(1), clock);
        oauth.addTo(signIn);
    }

    @Override
    public String name() {
        return Provider.HUBSPOT.id();
    }

    @Override
    public Response answer(Request request) {
        Response signedIn = signIn.answer(request);
        if (signedIn != null) {
            return signedIn;
        }
        String token = request.bearer();
        Access access = tokens.find(Provider.HUBSPOT, token);
        if (access == null) {
            return HubspotErrors.of(401);
        }
        if (access.expired(clock.instant())) {
            return HubspotErrors.of(401, "EXPIRED_AUTHENTICATION", "The OAuth token used to make this call expired.");
        }
        return limited(request, access);
    }

    private Response limited(Request request, Access access) {
        if (request.path().endsWith("/search")) {
            // Searches are counted by the second and say nothing about it in headers.
            return searches.use(access.account()).exceeded()
                    ? HubspotErrors.rateLimited("SECONDLY")
                    : api(request, access);
        }
        RateLimit.Usage usage = burst.use(access.account());
        RateLimit.Usage day = daily.use(access.account());
        Response response = usage.exceeded() ? HubspotErrors.rateLimited("TEN_SECONDLY_ROLLING") : api(request, access);
        return response.with("X-HubSpot-RateLimit-Daily", Integer.toString(day.limit()))
                .with("X-HubSpot-RateLimit-Daily-Remaining", Integer.toString(day.remaining()))
                .with("X-HubSpot-RateLimit-Interval-Milliseconds", "10000")
                .with("X-HubSpot-RateLimit-Max", Integer.toString(usage.limit()))
                .with("X-HubSpot-RateLimit-Remaining", Integer.toString(usage.remaining()));
    }

    private Response api(Request request, Access access) {
        return Objects.requireNonNull(accounts.get(access.account())).answer(request, access);
    }

    @Override
    public Response error(int status) {
        return HubspotErrors.of(status);
    }
}
