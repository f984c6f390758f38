package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.Browser.Page;
import java.util.Map;

/** The steps of a consent, one by one or in one go. */
final class Flow {

    private final Browser browser;

    private Flow(Browser browser) {
        this.browser = browser;
    }

    static Flow in(Browser browser) {
        return new Flow(browser);
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
        return browser.get("/login/oauth2/code/github?" + query);
    }

    /** Everything; the answer are the parameters of the page that the browser ends at. */
    Map<String, String> complete(String body) {
        Page back = back("code=good&state=" + toConsent(body).get("state"));
        assertThat(back.status()).as(back.text()).isEqualTo(303);
        return back.redirect();
    }

    static String body(String tenant) {
        return "{\"provider\":\"github\",\"tenantId\":\"" + tenant + "\"}";
    }
}
