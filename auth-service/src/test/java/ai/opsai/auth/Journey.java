package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.auth.Browser.Page;
import ai.opsai.auth.ScriptedProvider.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes one provider through everything that its file says something about. */
final class Journey {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Gateway gateway;
    private final ScriptedProvider provider;
    private final Entry entry;
    private final Browser browser;
    private final String tenant;

    Journey(Gateway gateway, ScriptedProvider provider, String tenant) {
        this.gateway = gateway;
        this.provider = provider;
        this.entry = provider.entry;
        this.browser = gateway.browser();
        this.tenant = tenant;
    }

    void all() {
        List<String> ways = entry.texts("connect");
        variablesAreChecked(ways);
        if (ways.contains("oauth2")) {
            refusals();
            consent();
        }
        if (ways.contains("token")) {
            token();
        }
        if (ways.contains("config")) {
            config();
        }
        entry.seen("connect");
        assertThat(provider.complaints)
                .as("what %s was asked in the wrong way", entry.id())
                .isEmpty();
        assertThat(entry.unseen())
                .as("knobs of %s that made no difference", entry.id())
                .isEmpty();
    }

    private void consent() {
        Map<String, String> outcome = complete(UnaryOperator.identity());
        assertThat(outcome).as(String.valueOf(provider.complaints)).containsEntry("status", "connected");
        String id = String.valueOf(outcome.get("connection"));
        JsonNode connection = connection(id);
        assertThat(connection.at("/account/id").asString()).isEqualTo(provider.told("accountId"));
        assertThat(connection.at("/account/label").asString()).isEqualTo(provider.told("accountLabel"));
        assertThat(texts(connection.at("/scopes/granted"))).isEqualTo(provider.grantedScopes());
        entry.seen("oauth.openid.issuer");
        List.of("identity.accountId", "identity.accountLabel", "oauth.answer.scope", "oauth.grantedSeparator")
                .forEach(entry::seen);
        JsonNode first = ask(id, "{}").json();
        checkGrant(first);
        checkLifetime(first, "oauth.defaultLifetime");
        refresh(id, first);
        disconnect(id);
        labelIsTheEmail();
    }

    private void checkGrant(JsonNode grant) {
        assertThat(grant.get("access_token").asString()).isEqualTo(provider.accessToken());
        assertThat(grant.at("/auth_header/prefix").asString()
                        + grant.get("access_token").asString())
                .isEqualTo(provider.expectedHeader);
        List.of("oauth.answer.accessToken", "oauth.answer.tokenType", "oauth.answer.success")
                .forEach(entry::seen);
        for (String name : provider.kept()) {
            assertThat(grant.at("/variables/" + name).asString("")).as(name).isEqualTo(provider.variables.get(name));
            entry.seen("oauth.keepFromToken." + name);
            entry.seen("oauth.keepFromCallback." + name);
            entry.levels("postConnect").forEach(level -> entry.seen(level + ".keep." + name));
        }
    }

    private void checkLifetime(JsonNode grant, String knob) {
        if (entry.has(knob)) {
            long seconds = Duration.parse(entry.text(knob, "")).toSeconds();
            assertThat(grant.has("expires_in")).as("a lifetime").isTrue();
            assertThat(grant.get("expires_in").asLong()).isBetween(seconds - 30, seconds);
            entry.seen(knob);
        }
    }

    /** Twice, since only then it shows whether a refresh token works again. */
    private void refresh(String id, JsonNode first) {
        if (entry.text("oauth.refreshTokens", "reusable").equals("none")) {
            assertThat(first.has("expires_in")).isFalse();
            return;
        }
        for (int version = 1; version <= 2; version++) {
            Page page = ask(id, "{\"reject_version\":" + version + "}");
            assertThat(page.status()).as(page.text() + provider.complaints).isEqualTo(200);
            checkGrant(page.json());
            assertThat(page.json().get("expires_in").asLong()).isBetween(7100L, 7200L);
        }
        entry.seen("oauth.answer.expiresIn");
        entry.seen("oauth.answer.expiresAt");
    }

    private void disconnect(String id) {
        assertThat(browser.delete("/api/connections/" + id + "?tenantId=" + tenant)
                        .status())
                .isEqualTo(204);
        assertThat(ask(id, "{}").status()).isEqualTo(410);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> entry.unseen().stream().noneMatch(path -> path.startsWith("oauth.revoke")));
    }

    private void labelIsTheEmail() {
        if (!entry.has("identity.email")) {
            return;
        }
        provider.fault = Fault.withoutName();
        Map<String, String> outcome = complete(UnaryOperator.identity());
        assertThat(outcome).as(String.valueOf(provider.complaints)).containsEntry("status", "connected");
        String label = connection(String.valueOf(outcome.get("connection")))
                .at("/account/label")
                .asString();
        String named = provider.told("accountLabel");
        assertThat(label).isEqualTo(named == null ? provider.told("email") : named);
        entry.seen("identity.email");
        provider.fault = Fault.NONE;
        String id = String.valueOf(outcome.get("connection"));
        if (entry.text("oauth.refreshTokens", "").equals("none")) {
            long version = ask(id, "{}").json().get("version").asLong();
            assertThat(ask(id, "{\"reject_version\":" + version + "}").status()).isEqualTo(409);
            entry.seen("oauth.refreshTokens");
        }
    }

    private void refusals() {
        entry.map("oauth.errors").forEach((code, meaning) -> {
            for (String place : entry.errorPlaces()) {
                provider.fault = Fault.tokenError(place, code);
                assertThat(complete(UnaryOperator.identity())).as(code).containsEntry("code", "code_rejected");
            }
            entry.seen("oauth.errors." + code);
            entry.seen("oauth.answer.error");
        });
        provider.fault = Fault.NONE;
        if (entry.has("oauth.issuer")) {
            assertThat(complete(back -> with(back, "iss", "https://evil.example")))
                    .containsEntry("code", "issuer_mismatch");
            entry.seen("oauth.issuer");
        }
        if (entry.has("oauth.issuerInCallback")) {
            assertThat(complete(back -> without(back, "iss"))).containsEntry("status", "failed");
            entry.seen("oauth.issuerInCallback");
        }
        String signature = entry.text("oauth.callbackSignature.parameter", "");
        if (!signature.isEmpty()) {
            assertThat(complete(back -> with(back, signature, "0".repeat(64)))).containsEntry("status", "failed");
            entry.seen("oauth.callbackSignature");
        }
        counterfeits();
        limits();
    }

    /** What the provider tells must match as well: another host gets no token. */
    private void counterfeits() {
        for (String level : entry.levels("variables")) {
            String name = entry.text(level + ".name", "");
            if (provider.kept().contains(name) && entry.has(level + ".pattern")) {
                String good = String.valueOf(provider.variables.put(name, "https://evil.example/?"));
                assertThat(complete(UnaryOperator.identity())).as(name).containsEntry("status", "failed");
                provider.variables.put(name, good);
                provider.complaints.clear();
                List.of(".pattern", ".name", ".example").forEach(knob -> entry.seen(level + knob));
            }
        }
    }

    private void limits() {
        for (String status : entry.texts("rateLimit.statuses")) {
            Instant due = Instant.now().plusSeconds(120).truncatedTo(ChronoUnit.SECONDS);
            String meaning = entry.text("rateLimit.reset.meaning", "seconds");
            String value = switch (meaning) {
                case "epoch-seconds" -> Long.toString(due.getEpochSecond());
                case "epoch-milliseconds" -> Long.toString(due.toEpochMilli());
                default -> "120";
            };
            limited(Integer.parseInt(status), Map.of(entry.text("rateLimit.reset.header", "Retry-After"), value), due);
        }
        entry.seen("rateLimit.statuses");
        entry.seen("rateLimit.reset");
        if (entry.has("rateLimit.remaining")) {
            limited(
                    403,
                    Map.of(entry.text("rateLimit.remaining", ""), "0"),
                    Instant.now().plusSeconds(60));
            entry.seen("rateLimit.remaining");
        }
    }

    private void limited(int status, Map<String, String> headers, Instant due) {
        provider.fault = Fault.identity(status, headers);
        Map<String, String> outcome = complete(UnaryOperator.identity());
        assertThat(outcome).as(headers.toString()).containsEntry("code", "provider_rate_limited");
        JsonNode operations = browser.get("/api/operations?status=failed&limit=1&tenantId=" + tenant)
                .json();
        Instant retryAt =
                Instant.parse(operations.at("/items/0/problem/retryAt").asString());
        assertThat(retryAt).isBetween(due.minusSeconds(30), due.plusSeconds(30));
        provider.fault = Fault.NONE;
    }

    private void token() {
        provider.expectedHeader =
                entry.text("api.authHeader.prefix", entry.has("api.authHeader") ? "" : "Bearer ") + "pasted";
        Page page = begin(Map.of("token", "pasted", "variables", asked(false)));
        assertThat(page.status()).as(page.text() + provider.complaints).isEqualTo(201);
    }

    private void config() {
        Map<String, String> values = asked(true);
        provider.expectedHeader = credentials(values);
        String usual = entry.text("api.authHeader.name", "Authorization");
        String header = entry.text("credentials.header.name", "Authorization");
        provider.headerName = header;
        Page page = begin(Map.of("config", values));
        assertThat(page.status()).as(page.text() + provider.complaints).isEqualTo(201);
        JsonNode grant = ask(page.json().get("connectionId").asString(), "{}").json();
        assertThat(grant.at("/auth_header/name").asString()).isEqualTo(header);
        assertThat(grant.at("/auth_header/prefix").asString()
                        + grant.get("access_token").asString())
                .isEqualTo(provider.expectedHeader);
        for (String level : entry.levels("variables")) {
            String name = entry.text(level + ".name", "");
            if (entry.text(level + ".secret", "").equals("true")) {
                assertThat(grant.at("/config/" + name).asString()).isEqualTo(values.get(name));
                assertThat(grant.at("/variables").has(name)).isFalse();
            }
            List.of(".secret", ".example", ".name", ".pattern").forEach(knob -> entry.seen(level + knob));
        }
        entry.seen("credentials");
        provider.headerName = usual;
    }

    private String credentials(Map<String, String> values) {
        return entry.has("credentials.basic")
                ? ScriptedProvider.basic(
                        filled(entry.text("credentials.basic.user", ""), values),
                        filled(entry.text("credentials.basic.password", ""), values))
                : filled(entry.text("credentials.header.value", ""), values);
    }

    private void variablesAreChecked(List<String> ways) {
        for (String level : entry.levels("variables")) {
            String name = entry.text(level + ".name", "");
            if (provider.kept().contains(name)) {
                continue;
            }
            boolean secret = entry.text(level + ".secret", "false").equals("true");
            String field = secret ? "config" : ways.contains("config") ? "config" : "variables";
            Map<String, String> wrong = new LinkedHashMap<>(asked(true));
            wrong.put(name, "not / valid\\ at all?");
            assertThat(fields(begin(Map.of(field, wrong)))).contains(field + "." + name);
            entry.seen(level + ".pattern");
            entry.seen(level + ".example");
            entry.seen(level + ".name");
            if (secret) {
                assertThat(fields(begin(
                                Map.of("variables", Map.of(name, asked(true).get(name))))))
                        .contains("variables." + name);
            }
            boolean required = entry.text(level + ".required", "false").equals("true");
            if (ways.contains("oauth2") && !secret) {
                Map<String, String> without = new LinkedHashMap<>(asked(false));
                without.remove(name);
                Page page = begin(Map.of("variables", without));
                assertThat(fields(page).contains("variables." + name))
                        .as(page.text())
                        .isEqualTo(required);
            }
            entry.seen(level + ".required");
            entry.seen(level + ".secret");
        }
    }

    /** What the tenant says. */
    private Map<String, String> asked(boolean secrets) {
        Map<String, String> asked = new LinkedHashMap<>();
        for (String level : entry.levels("variables")) {
            String name = entry.text(level + ".name", "");
            boolean secret = entry.text(level + ".secret", "false").equals("true");
            if (!provider.kept().contains(name) && (secrets || !secret)) {
                asked.put(name, entry.text(level + ".example", ""));
            }
        }
        return asked;
    }

    private Page begin(Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("provider", entry.id(), "tenantId", tenant));
        body.putAll(more);
        return browser.post("/api/connections", JSON.writeValueAsString(body));
    }

    private Map<String, String> complete(UnaryOperator<Map<String, String>> change) {
        Page begun = begin(Map.of("variables", asked(false)));
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        Page out = browser.get(begun.json().get("authorizationUrl").asString());
        assertThat(out.status()).as(out.text()).isEqualTo(302);
        Map<String, String> back = change.apply(provider.consent(out.location()));
        Page end = browser.get("/login/oauth2/code/" + entry.id() + "?" + ScriptedProvider.query(back));
        if (end.status() == 400) {
            return Map.of("status", "failed", "code", end.json().get("code").asString());
        }
        assertThat(end.status()).as(end.text()).isEqualTo(303);
        return end.redirect();
    }

    private JsonNode connection(String id) {
        return browser.get("/api/connections/" + id + "?tenantId=" + tenant).json();
    }

    private Page ask(String connection, String body) {
        UUID id = UUID.fromString(connection);
        return gateway.internal()
                .post(
                        "/internal/v1/connections/" + id + "/token",
                        body,
                        "Authorization",
                        "Bearer " + gateway.sampler().sign("auth", tenant, id, "sample"));
    }

    private static List<String> fields(Page page) {
        return page.status() == 400
                ? page.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString())
                        .toList()
                : List.of();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static String filled(String template, Map<String, String> values) {
        String text = template;
        for (String name : new TreeSet<>(values.keySet())) {
            text = text.replace("{" + name + "}", values.get(name));
        }
        return text;
    }

    private static Map<String, String> with(Map<String, String> back, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(back);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, String> without(Map<String, String> back, String name) {
        Map<String, String> changed = new LinkedHashMap<>(back);
        changed.remove(name);
        return changed;
    }
}
