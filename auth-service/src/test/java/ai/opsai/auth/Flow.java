package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.Browser.Page;
import java.util.Map;

/** The steps of a consent, one by one or in one go. */
final class Flow {

    private final Browser browser;
    private final String provider;

    private Flow(Browser browser, String provider) {
        this.browser = browser;
        this.provider = provider;
    }

    static Flow in(Browser browser) {
        return new Flow(browser, "github");
    }

    static Flow in(Browser browser, String provider) {
        return new Flow(browser, provider);
    }

    /** Begins with a ticket and stops at the consent page; the answer is what the provider is asked. */
    Map<String, String> toConsent(String body) {
        Page begun = browser.post("/api/connections", body);
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        Page toProvider = browser.get(begun.json().get("authorizationUrl").asString());
        assertThat(toProvider.status()).as(toProvider.text()).isEqualTo(302);
        return toProvider.redirect();
    }

    Page back(String query) {
        return browser.get("/login/oauth2/code/" + provider + "?" + query);
    }

    /** Everything; the answer are the parameters of the page that the browser ends at. */
    Map<String, String> complete(String body) {
        Page back = back("code=good&state=" + toConsent(body).get("state"));
        assertThat(back.status()).as(back.text()).isEqualTo(303);
        return back.redirect();
    }

    static String body(String tenant) {
        return body("github", tenant);
    }

    static String body(String provider, String tenant) {
        return "{\"provider\":\"" + provider + "\",\"tenantId\":\"" + tenant + "\"}";
    }

    /** To connect the same connection once more. */
    static String again(String tenant, String connection) {
        return "{\"provider\":\"github\",\"tenantId\":\"" + tenant + "\",\"connectionId\":\"" + connection + "\"}";
    }
}
