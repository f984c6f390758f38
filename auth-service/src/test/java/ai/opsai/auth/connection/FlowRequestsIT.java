package ai.opsai.auth.connection;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.access.PublicAddress;
import ai.opsai.auth.vault.SealingWorld;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import tools.jackson.databind.json.JsonMapper;

/** The request to a consent page outlives the way there, bound to one browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlowRequestsIT {

    private static final String BROWSER = "b".repeat(43);
    private static final Ticket TICKET =
            new Ticket("t1", "github", UUID.randomUUID(), UUID.randomUUID(), null, Map.of());

    private final SealingWorld world = new SealingWorld();
    private final FlowRequests requests = at("http://localhost:7250");

    @AfterAll
    void close() {
        world.close();
    }

    private FlowRequests at(String address) {
        PublicAddress.Origins none = new PublicAddress.Origins(List.of());
        return new FlowRequests(
                new Flows(world.jdbc(), world.sealing(), JsonMapper.shared(), world.clock()),
                new PublicAddress(URI.create(address), none, none));
    }

    private static OAuth2AuthorizationRequest wanted(String state, Consumer<Map<String, Object>> more) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId("client-1")
                .authorizationUri("https://acme.example/authorize")
                .redirectUri("http://localhost:7250/login/oauth2/code/github")
                .scopes(Set.of("read"))
                .state(state)
                .attributes(attributes -> {
                    attributes.put(AuthorizationRequests.TICKET, TICKET);
                    attributes.put(AuthorizationRequests.ENDPOINTS, "endpoints");
                    more.accept(attributes);
                })
                .build();
    }

    private static MockHttpServletRequest callback(@Nullable String state, Cookie... cookies) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/login/oauth2/code/github");
        request.setCookies(cookies);
        if (state != null) {
            request.setParameter("state", state);
        }
        return request;
    }

    /** The cookie that the response sets. */
    private static String saved(FlowRequests requests, OAuth2AuthorizationRequest wanted, Cookie... cookies) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        requests.saveAuthorizationRequest(wanted, callback(null, cookies), response);
        return Objects.requireNonNull(response.getHeader("Set-Cookie"));
    }

    private @Nullable OAuth2AuthorizationRequest taken(@Nullable String state, Cookie... cookies) {
        return requests.removeAuthorizationRequest(callback(state, cookies), new MockHttpServletResponse());
    }

    @Test
    void aRequestComesBackAsItWasMade() {
        Cookie browser = new Cookie("opsai-flow", BROWSER);
        OAuth2AuthorizationRequest wanted = wanted("whole", attributes -> {
            attributes.put("code_verifier", "verifier");
            attributes.put("nonce", "nonce");
        });
        saved(requests, wanted, browser);

        OAuth2AuthorizationRequest taken = Objects.requireNonNull(taken("whole", browser));

        assertThat(taken.getClientId()).isEqualTo(wanted.getClientId());
        assertThat(taken.getAuthorizationUri()).isEqualTo(wanted.getAuthorizationUri());
        assertThat(taken.getRedirectUri()).isEqualTo(wanted.getRedirectUri());
        assertThat(taken.getScopes()).isEqualTo(wanted.getScopes());
        assertThat(taken.getState()).isEqualTo("whole");
        assertThat(taken.getAttributes()).isEqualTo(wanted.getAttributes());
        assertThat(taken("whole", browser)).isNull();
    }

    @Test
    void whatAFlowDoesWithoutIsNotThereAfterwards() {
        Cookie browser = new Cookie("opsai-flow", BROWSER);
        saved(requests, wanted("plain", attributes -> {}), browser);

        assertThat(Objects.requireNonNull(taken("plain", browser)).getAttributes())
                .containsOnlyKeys(AuthorizationRequests.TICKET, AuthorizationRequests.ENDPOINTS);
    }

    @Test
    void nobodyTakesARequestWithoutStateOrBrowser() {
        Cookie browser = new Cookie("opsai-flow", BROWSER);
        saved(requests, wanted("held", attributes -> {}), browser);

        assertThat(taken(null, browser)).isNull();
        assertThat(taken("held")).isNull();
        assertThat(taken("held", new Cookie("opsai-flow", "c".repeat(43)))).isNull();
        assertThat(requests.loadAuthorizationRequest(callback("held", browser))).isNull();
        assertThat(taken("held", new Cookie("other", "x"), browser)).isNotNull();
    }

    @Test
    void aBrowserKeepsItsNameThroughSeveralFlows() {
        String cookie = saved(requests, wanted("first", attributes -> {}));
        assertThat(cookie).matches("opsai-flow=[A-Za-z0-9_-]{43}; Path=/; Max-Age=600; .*HttpOnly; SameSite=Lax");
        Cookie browser = new Cookie("opsai-flow", cookie.substring("opsai-flow=".length(), cookie.indexOf(';')));

        assertThat(saved(requests, wanted("second", attributes -> {}), browser))
                .startsWith("opsai-flow=" + browser.getValue() + ";");
        assertThat(taken("first", browser)).isNotNull();
        assertThat(taken("second", browser)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "short", "\"; Domain=evil.example; a=\"", "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb b"})
    void aBrowserThatNamesItselfBadlyGetsAnotherName(String name) {
        String cookie = saved(requests, wanted("named " + name, attributes -> {}), new Cookie("opsai-flow", name));

        assertThat(cookie).doesNotStartWith("opsai-flow=" + name + ";").matches("opsai-flow=[A-Za-z0-9_-]{43};.*");
    }

    @Test
    void overHttpsTheCookieIsBoundToThisHost() {
        assertThat(saved(at("https://onboarding.example"), wanted("safe", attributes -> {})))
                .startsWith("__Host-opsai-flow=")
                .contains("; Secure;");
        assertThat(saved(requests, wanted("local", attributes -> {}))).doesNotContain("Secure");
    }
}
