package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.Browser.Page;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ProvenGatewayExtension.class)
class SessionIT {

    private final Gateway gateway;
    private final Browser browser;

    SessionIT(Gateway gateway) {
        this.gateway = gateway;
        this.browser = gateway.browser();
    }

    @Test
    void a34_theCookieIsBoundToTheHostAndOutOfReachOfScripts() {
        Page begun = begin("acme");
        assertThat(begun.header("Set-Cookie"))
                .startsWith("__Host-opsai-session=")
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain");
        assertThat(Base64.getUrlDecoder().decode(value(begun))).hasSizeGreaterThanOrEqualTo(16);
    }

    @Test
    void a34_eachSignInMakesANewSessionAndEndsTheOneBefore() {
        Set<String> values = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            values.add(value(begin("acme")));
        }
        assertThat(values).hasSize(20);

        String first = cookie(begin("acme"));
        Page second = browser.post("/api/session", "", with("Authorization", "Bearer " + Tokens.of("acme"), first));
        assertThat(second.status()).isEqualTo(201);
        assertThat(get("/api/session", first).status()).isEqualTo(401);
        assertThat(get("/api/session", cookie(second)).status()).isEqualTo(200);
    }

    @Test
    void a34_aSessionIsStoredAsAHashAndEndsByItselfAndOnRequest() throws SQLException {
        Page begun = begin("stored");
        String cookie = cookie(begun);
        assertThat(dump()).doesNotContain(value(begun)).doesNotContain("stored");

        change("update connections.browser_session set seen_at = seen_at - interval '31 minutes'");
        assertThat(get("/api/session", cookie).status()).as("idle").isEqualTo(401);
        change("update connections.browser_session set seen_at = now()");
        assertThat(get("/api/session", cookie).status()).isEqualTo(200);
        change("update connections.browser_session set ends_at = now() - interval '1 second'");
        assertThat(get("/api/session", cookie).status()).as("over").isEqualTo(401);

        Page other = begin("stored");
        Page ended = browser.send(
                browser.request("/api/session").DELETE(),
                "Cookie",
                cookie(other),
                "X-CSRF-Token",
                other.json().get("csrfToken").asString());
        assertThat(ended.status()).isEqualTo(204);
        assertThat(ended.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(get("/api/session", cookie(other)).status()).isEqualTo(401);
    }

    @Test
    void a34_aSessionBeginsWithATokenAlone() {
        Page begun = begin("acme");
        Page again = browser.post(
                "/api/session",
                "",
                "Cookie",
                cookie(begun),
                "X-CSRF-Token",
                begun.json().get("csrfToken").asString());
        assertThat(again.status()).isEqualTo(401);
        assertThat(browser.post("/api/session", "").status()).isEqualTo(401);
    }

    @Test
    void a35_noAnswerHoldsATokenOfAnybody() {
        String token = Tokens.of("acme");
        Page begun = browser.post("/api/session", "", "Authorization", "Bearer " + token);
        Page who = get("/api/session", cookie(begun));
        assertThat(who.json().get("tenantId").asString()).isEqualTo("acme");
        assertThat(who.json().get("subject").asString()).isEqualTo("user-of-acme");
        for (Page page : new Page[] {begun, who, get("/api/connections", cookie(begun))}) {
            assertThat(page.text() + page.response().headers().map())
                    .doesNotContain(token)
                    .doesNotContain(token.substring(token.lastIndexOf('.') + 1));
        }
        assertThat(who.text()).doesNotContain(value(begun));
    }

    @Test
    void a36_aWriteThatOnlyACookieProvesNeedsTheTokenOfItsSession() {
        Page begun = begin("acme");
        String csrf = begun.json().get("csrfToken").asString();
        String other = begin("acme").json().get("csrfToken").asString();

        Page without = organize(cookie(begun), "");
        assertThat(without.status()).isEqualTo(403);
        assertThat(without.json().get("code").asString()).isEqualTo("forbidden");
        assertThat(organize(cookie(begun), other).status())
                .as("of another session")
                .isEqualTo(403);
        assertThat(organize(cookie(begun), csrf).status()).isEqualTo(409);
        assertThat(get("/api/session", cookie(begun)).json().get("csrfToken").asString())
                .isEqualTo(csrf);
        assertThat(browser.post("/api/organize-database", "{}", Tokens.bearing("acme"))
                        .status())
                .as("a Bearer token needs none")
                .isEqualTo(409);
        assertThat(browser.post(
                                "/api/organize-database",
                                "{}",
                                "Authorization",
                                "Basic dXNlcjpwYXNz",
                                "Cookie",
                                cookie(begun))
                        .status())
                .as("another proof than a Bearer token does not stand in for it")
                .isEqualTo(403);
    }

    @Test
    void aBrowserOfTheTenantGoesStraightToTheProviderAndAnotherIsAsked() {
        String own = cookie(begin("acme"));
        String foreign = cookie(begin("other"));
        assertThat(get(link("acme"), own).status()).isEqualTo(302);
        assertThat(get(link("acme"), foreign).status()).isEqualTo(200);
        assertThat(browser.get(link("acme")).status()).isEqualTo(200);
    }

    @Test
    void aSessionSeesItsTenantAlone() {
        String cookie = cookie(begin("acme"));
        assertThat(get("/api/connections", cookie).status()).isEqualTo(200);
        assertThat(get("/api/connections?tenantId=other", cookie).status()).isEqualTo(403);
        assertThat(get("/api/connections", "__Host-opsai-session=" + "A".repeat(43))
                        .status())
                .isEqualTo(401);
        assertThat(get("/api/connections", cookie.replace("__Host-opsai", "opsai"))
                        .status())
                .as("a cookie that a neighbour domain could set")
                .isEqualTo(401);
    }

    @Test
    void operatorsAloneReachTheOperatorsPages() {
        assertThat(browser.get("/ops/lag", Tokens.bearing("acme")).status()).isEqualTo(403);
        assertThat(browser.get("/ops/lag", "Authorization", "Bearer " + Tokens.of("acme", "operator"))
                        .status())
                .isEqualTo(404);
        assertThat(browser.get("/ops/lag").status()).isEqualTo(401);
    }

    private String link(String tenant) {
        Page begun = browser.post("/api/connections", "{\"provider\":\"github\"}", Tokens.bearing(tenant));
        URI url = URI.create(begun.json().get("authorizationUrl").asString());
        assertThat(url.toString()).startsWith(ProvenGatewayExtension.PUBLIC_URL);
        return url.getPath() + "?" + url.getQuery();
    }

    private Page begin(String tenant) {
        Page begun = browser.post("/api/session", "", Tokens.bearing(tenant));
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        return begun;
    }

    private Page organize(String cookie, String csrf) {
        return browser.post("/api/organize-database", "{}", "Cookie", cookie, "X-CSRF-Token", csrf);
    }

    private Page get(String path, String cookie) {
        return browser.get(path, "Cookie", cookie);
    }

    private static String[] with(String name, String value, String cookie) {
        return new String[] {name, value, "Cookie", cookie};
    }

    private static String cookie(Page page) {
        String header = page.header("Set-Cookie");
        return header.substring(0, header.indexOf(';'));
    }

    private static String value(Page page) {
        return cookie(page).substring("__Host-opsai-session=".length());
    }

    private String dump() throws SQLException {
        try (Connection connection = gateway.database.connectAsOwner();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select s::text, encode(caller, 'escape') " + "from connections.browser_session s")) {
            StringBuilder text = new StringBuilder();
            while (rows.next()) {
                text.append(rows.getString(1)).append(rows.getString(2));
            }
            return text.toString();
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = gateway.database.connectAsOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
