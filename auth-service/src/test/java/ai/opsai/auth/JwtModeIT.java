package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.Browser.Page;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JwtModeIT {

    private static final String SECRET = "a-shared-secret-of-at-least-32-bytes!";

    private static Gateway gateway;
    private static Browser browser;

    @BeforeAll
    static void start() {
        gateway = new Gateway(Map.of(
                "opsai.security.mode", "jwt",
                "opsai.security.jwt.secret", SECRET,
                "opsai.security.jwt.audience", "authenticated"));
        browser = gateway.browser();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void nobodyIsServedWithoutAToken() {
        Page page = browser.get("/api/connections");

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.json().get("code").asString()).isEqualTo("unauthenticated");
        assertThat(browser.post("/api/organize-database", "{}").status()).isEqualTo(401);
    }

    @Test
    void theTenantComesFromTheToken() throws JOSEException {
        String token = signed(claims("proven").build());

        assertThat(get("/api/connections", token).status()).isEqualTo(200);
        assertThat(get("/api/connections?tenantId=proven", token).status()).isEqualTo(200);
        Page other = get("/api/connections?tenantId=other", token);
        assertThat(other.status()).isEqualTo(403);
        assertThat(other.json().get("code").asString()).isEqualTo("tenant_forbidden");
        assertThat(get("/api/tenants/other/samples", token).status()).isEqualTo(403);
    }

    @Test
    void aTokenThatProvesNothingIsRefused() throws JOSEException {
        Date past = Date.from(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(get(
                                "/api/connections",
                                signed(claims("proven").expirationTime(past).build()))
                        .status())
                .isEqualTo(401);
        assertThat(get(
                                "/api/connections",
                                signed(claims("proven").audience("else").build()))
                        .status())
                .isEqualTo(401);
        assertThat(get(
                                "/api/connections",
                                signed(claims("proven")
                                        .claim("role", "service_role")
                                        .build()))
                        .status())
                .isEqualTo(401);
        assertThat(get("/api/connections", new PlainJWT(claims("proven").build()).serialize())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a41_aClaimThatUsersCanEditIsNotAsked() throws JOSEException {
        String token = signed(new JWTClaimsSet.Builder()
                .audience("authenticated")
                .claim("role", "authenticated")
                .claim("user_metadata", Map.of("tenant_id", "proven"))
                .expirationTime(Date.from(Instant.parse("2100-01-01T00:00:00Z")))
                .build());

        assertThat(get("/api/connections", token).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/authorization/github",
                "/oauth2/authorization/github?tenantId=proven",
                "/oauth2/authorization/github?tenantId=proven&confirmed=true"
            })
    void a01_aStartWithoutProofIs401AndLeavesNothingBehind(String start) throws SQLException {
        long before = begun();

        assertThat(browser.get(start).status()).isEqualTo(401);
        assertThat(browser.post("/api/connections", Flow.body("proven")).status())
                .isEqualTo(401);

        assertThat(begun()).isEqualTo(before);
    }

    @Test
    void aBrowserIsLedThroughByItsTicketAlone() throws JOSEException {
        assertThat(browser.get("/oauth2/authorization/github?tenantId=proven").status())
                .isEqualTo(401);
        Page begun = browser.post(
                "/api/connections",
                "{\"provider\":\"github\"}",
                "Authorization",
                "Bearer " + signed(claims("proven").build()));
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);

        Page named = browser.get(begun.json().get("authorizationUrl").asString());
        assertThat(named.status()).isEqualTo(200);
        assertThat(named.text()).contains("proven", "GitHub");
        Page away = browser.get(begun.json().get("authorizationUrl").asString() + "&confirmed=true");
        assertThat(away.status()).isEqualTo(302);
        Page back = browser.get(
                "/login/oauth2/code/github?code=a&state=" + away.redirect().get("state"));

        assertThat(back.redirect()).containsEntry("status", "connected");
        JsonNode connections =
                get("/api/connections", signed(claims("proven").build())).json();
        assertThat(connections.at("/items/0/tenantId").asString()).isEqualTo("proven");
    }

    /** All flows and tickets that there are, whoever's they are. */
    private static long begun() throws SQLException {
        try (Connection database = gateway.database.connect("opsai_auth");
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select (select count(*) from connections.oauth_flow) +
                               (select count(*) from connections.oauth_ticket)""")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Page get(String path, String token) {
        return browser.get(path, "Authorization", "Bearer " + token);
    }

    private static JWTClaimsSet.Builder claims(String tenant) {
        return new JWTClaimsSet.Builder()
                .subject("user")
                .audience("authenticated")
                .claim("role", "authenticated")
                .claim("app_metadata", Map.of("tenant_id", tenant))
                .expirationTime(Date.from(Instant.parse("2100-01-01T00:00:00Z")));
    }

    private static String signed(JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        token.sign(new MACSigner(SECRET));
        return token.serialize();
    }
}
