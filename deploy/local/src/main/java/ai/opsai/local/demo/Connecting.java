package ai.opsai.local.demo;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One provider connected as a person does it: start, consent page, Allow, back to the console. */
final class Connecting {

    private static final int REDIRECTS = 10;
    private static final List<String> RECONNECTABLE = List.of("active", "reauth_required");

    private final Gateway gateway;
    private final Browser browser;
    private final String tenant;

    Connecting(Gateway gateway, Browser browser, String tenant) {
        this.gateway = gateway;
        this.browser = browser;
        this.tenant = tenant;
    }

    /** Connects, or connects again what is connected already; returns the connection as the gateway shows it. */
    JsonNode connect(String provider) {
        Map<String, String> request = new HashMap<>(Map.of("provider", provider, "tenantId", tenant));
        existing(provider).ifPresent(id -> request.put("connectionId", id));
        JsonNode created = gateway.post("/api/connections", request);
        URI landing = throughConsent(URI.create(created.path("authorizationUrl").asString("")));
        String id = created.path("connectionId").asString("");
        String query = String.valueOf(landing.getQuery());
        if (!query.contains("status=connected") || !query.contains("connection=" + id)) {
            throw new DemoFailure("Connecting " + provider + " came back with " + query);
        }
        return gateway.get("/api/connections/" + id + "?tenantId=" + tenant);
    }

    private Optional<String> existing(String provider) {
        return gateway.get("/api/connections?tenantId=" + tenant)
                .path("items")
                .valueStream()
                .filter(connection -> connection.path("provider").asString("").equals(provider))
                .filter(connection ->
                        RECONNECTABLE.contains(connection.path("status").asString("")))
                .map(connection -> connection.path("connectionId").asString(""))
                .findFirst();
    }

    /** Follows redirects, allows on the consent page, and returns where the gateway finally sends the browser. */
    private URI throughConsent(URI start) {
        Browser.Page page = browser.open(start);
        for (int step = 0; step < REDIRECTS; step++) {
            Optional<URI> next = page.redirect();
            if (next.isPresent() && isLanding(next.get())) {
                return next.get();
            }
            page = next.isPresent() ? browser.open(next.get()) : allow(page);
        }
        throw new DemoFailure("The way through the consent page does not end: last at " + place(page.address()));
    }

    private static boolean isLanding(URI address) {
        return String.valueOf(address.getQuery()).contains("status=")
                && String.valueOf(address.getQuery()).contains("connection=");
    }

    private Browser.Page allow(Browser.Page page) {
        ConsentForm form = ConsentForm.of(page)
                .orElseThrow(() ->
                        new DemoFailure("No consent page at " + place(page.address()) + ": status " + page.status()));
        return browser.submit(form.target(), form.fields());
    }

    /** Without the query, which holds the flow's secrets. */
    private static String place(URI address) {
        return address.getAuthority() + address.getPath();
    }
}
