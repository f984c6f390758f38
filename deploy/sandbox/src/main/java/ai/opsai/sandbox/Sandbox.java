package ai.opsai.sandbox;

import ai.opsai.sandbox.control.Control;
import ai.opsai.sandbox.fault.Faults;
import ai.opsai.sandbox.fault.RequestLog;
import ai.opsai.sandbox.github.GithubSite;
import ai.opsai.sandbox.http.Answer;
import ai.opsai.sandbox.http.HttpListener;
import ai.opsai.sandbox.http.Request;
import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.http.Site;
import ai.opsai.sandbox.hubspot.HubspotSite;
import ai.opsai.sandbox.llm.LlmScript;
import ai.opsai.sandbox.llm.LlmSite;
import ai.opsai.sandbox.oauth.OAuthClient;
import ai.opsai.sandbox.oauth.OAuthFactory;
import ai.opsai.sandbox.oauth.TokenStore;
import ai.opsai.sandbox.stripe.StripeSite;
import ai.opsai.sandbox.world.Community;
import ai.opsai.sandbox.world.Provider;
import ai.opsai.sandbox.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A running sandbox: three providers, a language model and one world behind one port of 127.0.0.1. Everything is in
 * memory and gone with {@link #close()}; the same options give the same world again, but not the same tokens.
 */
public final class Sandbox implements AutoCloseable {

    private static final int LENIENCY = 50;
    private static final String SITES = "The sandbox has /github, /stripe, /hubspot, /openai/v1 and /_control.";

    private final World world;
    private final Faults faults = new Faults();
    private final RequestLog log = new RequestLog();
    private final LlmScript llm = new LlmScript();
    private final TokenStore tokens;
    private final List<Site> sites;
    private final Control control;
    private final HttpListener listener;

    private Sandbox(SandboxOptions options) {
        this.world = World.create(options.seed(), options.people(), options.scattered());
        this.tokens = new TokenStore(options.clock());
        for (Community community : world.communities()) {
            for (Provider provider : Provider.values()) {
                tokens.keepPasted(provider, community.account());
            }
        }
        this.sites = sites(options);
        this.control = new Control(world, faults, log, llm, tokens);
        this.listener = HttpListener.start(options.port(), this::handle);
    }

    /** Starts and is ready when this returns. */
    public static Sandbox start(SandboxOptions options) {
        return new Sandbox(options);
    }

    /** GitHub comes first and Stripe last: later ones refer to records of earlier ones. */
    private List<Site> sites(SandboxOptions options) {
        int leniency = options.realLimits() ? 1 : LENIENCY;
        OAuthFactory oauth = new OAuthFactory(
                new OAuthClient(options.clientId(), options.clientSecret()), accounts(), tokens, options.clock());
        return List.of(
                new GithubSite(world, oauth.github(), tokens, options.clock(), leniency),
                new HubspotSite(world, oauth.hubspot(), tokens, options.clock(), leniency),
                new StripeSite(world, oauth.stripe(), tokens, options.clock(), leniency),
                new LlmSite(llm, options.clock()));
    }

    private Map<String, String> accounts() {
        Map<String, String> accounts = new LinkedHashMap<>();
        for (Community community : world.communities()) {
            accounts.put(community.account(), community.owner().name() + " (" + community.account() + ")");
        }
        return accounts;
    }

    private Answer handle(Request request) {
        if (request.path().equals("/")) {
            return Response.text(200, SITES);
        }
        if (request.path().startsWith(Control.MOUNT + "/")) {
            return control.answer(request);
        }
        Site site = site(request.path());
        if (site == null) {
            return Response.text(404, SITES);
        }
        String path = request.path().substring(site.name().length() + 1);
        log.add(site.name(), request.method(), path);
        return faults.apply(site, path, () -> site.mounted(request));
    }

    private @Nullable Site site(String path) {
        return sites.stream()
                .filter(site -> path.startsWith("/" + site.name() + "/"))
                .findFirst()
                .orElse(null);
    }

    public int port() {
        return listener.port();
    }

    /** {@code http://127.0.0.1:port}, without a slash at the end. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port();
    }

    /** What stands for the provider's hosts, sign-in and API alike. */
    public String baseUrl(Provider provider) {
        return baseUrl() + "/" + provider.id();
    }

    /** The pasted token that opens everything of this account. */
    public String token(Provider provider, String account) {
        return TokenStore.pasted(provider, account);
    }

    public World world() {
        return world;
    }

    public Faults faults() {
        return faults;
    }

    public RequestLog requests() {
        return log;
    }

    public LlmScript llm() {
        return llm;
    }

    public TokenStore tokens() {
        return tokens;
    }

    @Override
    public void close() {
        listener.close();
    }
}
