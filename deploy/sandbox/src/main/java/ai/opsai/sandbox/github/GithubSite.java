package ai.opsai.sandbox.github;

import ai.opsai.sandbox.http.RateLimit;
import ai.opsai.sandbox.http.Request;
import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.http.Router;
import ai.opsai.sandbox.http.Site;
import ai.opsai.sandbox.oauth.Access;
import ai.opsai.sandbox.oauth.GithubOAuth;
import ai.opsai.sandbox.oauth.TokenStore;
import ai.opsai.sandbox.world.Provider;
import ai.opsai.sandbox.world.World;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Stands in for github.com and api.github.com: sign-in, then the API behind a token, rate limits and ETags. */
public final class GithubSite implements Site {

    private static final String SCOPES = "admin:org, read:user, repo, user:email";

    private final Router signIn = new Router();
    private final GithubApi api;
    private final TokenStore tokens;
    private final RateLimit core;
    private final RateLimit search;

    /** @param leniency by how much the published limits are multiplied */
    public GithubSite(World world, GithubOAuth oauth, TokenStore tokens, Clock clock, int leniency) {
        this.api = new GithubApi(GithubHost.of(world));
        this.tokens = tokens;
        this.core = new RateLimit(5_000 * leniency, Duration.ofHours(1), clock);
        this.search = new RateLimit(30 * leniency, Duration.ofMinutes(1), clock);
        oauth.addTo(signIn);
    }

    @Override
    public String name() {
        return Provider.GITHUB.id();
    }

    @Override
    public Response answer(Request request) {
        Response signedIn = signIn.answer(request);
        if (signedIn != null) {
            return signedIn;
        }
        String token = request.bearer();
        Access access = tokens.find(Provider.GITHUB, token);
        if (token == null || access == null) {
            return GithubErrors.of(401, token == null ? "Requires authentication" : "Bad credentials");
        }
        boolean searching = request.path().startsWith("/search/");
        RateLimit.Usage usage = (searching ? search : core).use(token);
        Response response = usage.exceeded()
                ? GithubErrors.of(403, "API rate limit exceeded for user ID 31400007.")
                : conditional(request, api.answer(request, access));
        return response.with(headers(access, usage, searching ? "search" : "core"));
    }

    @Override
    public Response error(int status) {
        return GithubErrors.of(status);
    }

    private static Response conditional(Request request, Response response) {
        if (response.status() != 200) {
            return response;
        }
        String tag = "W/\"" + HexFormat.of().toHexDigits(response.body().hashCode()) + "\"";
        return tag.equals(request.header("if-none-match"))
                ? Response.empty(304).with("ETag", tag)
                : response.with("ETag", tag).with("Cache-Control", "private, max-age=60, s-maxage=60");
    }

    private static Map<String, String> headers(Access access, RateLimit.Usage usage, String resource) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-GitHub-Media-Type", "github.v3; format=json");
        headers.put("X-GitHub-Api-Version-Selected", "2022-11-28");
        headers.put("X-OAuth-Scopes", access.scopes().isEmpty() ? SCOPES : String.join(", ", access.scopes()));
        headers.put("X-RateLimit-Limit", Integer.toString(usage.limit()));
        headers.put("X-RateLimit-Remaining", Integer.toString(usage.remaining()));
        headers.put("X-RateLimit-Used", Integer.toString(usage.used()));
        headers.put("X-RateLimit-Reset", Long.toString(usage.resetsAt().getEpochSecond()));
        headers.put("X-RateLimit-Resource", resource);
        return headers;
    }
}
