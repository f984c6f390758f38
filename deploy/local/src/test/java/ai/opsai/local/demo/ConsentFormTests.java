package ai.opsai.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConsentFormTests {

    private static Optional<ConsentForm> form(String html) {
        URI address = URI.create("http://localhost:7280/github/login/oauth/authorize?state=s");
        return ConsentForm.of(new Browser.Page(address, 200, html, Optional.empty()));
    }

    @Test
    void sendsWhatABrowserWouldSendWhenAllowIsPressed() {
        ConsentForm form = form("""
                        <form method="post" action="/decide">
                        <input type="hidden" name="state" value="a&amp;b">
                        <input type="radio" name="account" value="one">
                        <input type="radio" name="account" value="two" checked>
                        <button name="decision" value="deny">Deny</button>
                        <button name="decision" value="allow">Allow</button>
                        </form>""").orElseThrow();
        assertThat(form.target()).isEqualTo(URI.create("http://localhost:7280/decide"));
        assertThat(form.fields())
                .containsEntry("state", "a&b")
                .containsEntry("account", "two")
                .containsEntry("decision", "allow");
    }

    @Test
    void aFormWithoutActionGoesBackToItsPage() {
        assertThat(form("<form method=\"post\"></form>").orElseThrow().target())
                .hasPath("/github/login/oauth/authorize")
                .hasQuery("state=s");
    }

    @Test
    void aPageWithoutFormIsNoConsentPage() {
        assertThat(form("<p>Something went wrong</p>")).isEmpty();
    }
}
